import Foundation
import LiveProtocol
import Scenarios
import Testing

/// One run as each form of report tells it, beside what it is to say: `Golden/Reports/NAME.txt`.
@Suite struct ReporterTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/Reports")

    private static let forms: [(name: String, reporter: any Reporter & Sendable)] = [
        ("plain", PrettyReporter(slowest: 2)),
        ("pretty", PrettyReporter(terminal: TerminalStyle(width: 72, hasColors: true))),
        ("narrow", PrettyReporter(terminal: TerminalStyle(width: 24, hasColors: false))),
        ("dots", DotsReporter(terminal: TerminalStyle(width: 4, hasColors: false))),
        ("tap", TAPReporter()),
        ("junit", JUnitReporter()),
        ("json", JSONReporter()),
        ("github", GitHubReporter()),
    ]

    @Test(arguments: forms.map(\.name))
    func `A reporter tells of every outcome in its own form`(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        let text = try ReportedRun.report(by: form.reporter)
        let file = Self.folder.appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["VIEWFINDER_WRITE_GOLDENS"] != nil {
            try Data(text.utf8).write(to: file)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test(arguments: forms.map(\.name))
    func `A report is the same however many threads run the cases`(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        let alone = try ReportedRun.report(by: form.reporter)
        for workers in [2, 5] { #expect(try ReportedRun.report(by: form.reporter, workers: workers) == alone) }
    }

    @Test(arguments: forms.map(\.name))
    func `A run that ends with its first failure says so in every form`(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        let text = try ReportedRun.report(by: form.reporter, failsFast: true, workers: 3)
        #expect(text.contains("ended with the first failure"), "\(text)")
        #expect(!text.contains("Mended") || name == "junit", "\(text)")
        #expect(text.contains("7 not run") || name == "junit" || text.contains("\"notRun\":7"), "\(text)")
    }

    @Test func `Each line of JSON is a value, with the places of steps and problems`() throws {
        let lines = try ReportedRun.report(by: JSONReporter()).split(separator: "\n").map { try JSONValue(parsing: $0) }
        #expect(lines.first?["format"] == 1)
        #expect(lines.first?["cases"] == 9)
        #expect(lines.last?["exitCode"] == 1)
        let failed = try #require(lines.first { $0["id"]?.string?.hasSuffix("b.yaml") == true })
        #expect(failed["outcome"] == "failed")
        guard case .array(let steps)? = failed["steps"], case .array(let problems)? = failed["problems"] else {
            Issue.record("\(failed.json)")
            return
        }
        #expect(steps.map { $0["line"] } == [3, 4])
        #expect(steps[1]["step"] == "expect: { text: Nowhere, within: 0s }")
        #expect(problems.count == 1)
        #expect(problems[0]["line"] == 4 && problems[0]["column"] == 5)
    }

    @Test func `Annotations are one line each, and nothing in them ends a property`() throws {
        let lines = try ReportedRun.report(by: GitHubReporter()).split(separator: "\n")
        #expect(
            lines.first == """
                ::error file=b.yaml,line=4,col=5,title=100%25 <of> "these" & those%2C a%3A b # c::expect: { text: Nowhere, \
                within: 0s }%0Awanted  text "Nowhere"%0Afound   no such text; nearest are { text: Hello }
                """)
        #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
        #expect(lines.last?.hasPrefix("::warning file=h.yaml,line=5,col=5,title=Warns::failed-push: ") == true)
    }

    @Test func `In colours a report says what it says without`() throws {
        let style = { TerminalStyle(width: 72, hasColors: $0) }
        let coloured = try ReportedRun.report(by: PrettyReporter(terminal: style(true)))
        let plain = try ReportedRun.report(by: PrettyReporter(terminal: style(false)))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[32mok   \u{1B}[0m"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == plain)
    }

    @Test(arguments: [20, 40, 72, 100])
    func `The lines of cases are no wider than the terminal`(width: Int) throws {
        let text = try ReportedRun.report(
            by: PrettyReporter(terminal: TerminalStyle(width: width, hasColors: false)))
        let lines = text.split(separator: "\n").prefix(9)
        #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
    }
}
