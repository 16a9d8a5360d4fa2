import Foundation
import LiveProtocol
import TestSupport
import Testing

@testable import Templates

/// Templates that a grammar makes, as Jinja2 renders them and as this engine does.
///
/// Where Python and Jinja2 3.1.6 are, a script beside this file makes them anew, as many as `VIEWFINDER_TEMPLATES` says, from
/// the seed in `VIEWFINDER_TEMPLATE_SEED`. Recorded ones are replayed everywhere.
@Suite struct DifferentialTests {
    private struct Case {
        let template: String
        let context: JSONValue
        /// Nil for an error.
        let html: String?

        init?(line: Substring) {
            guard let json = try? JSONValue(parsing: String(line)), let template = json["t"]?.string else { return nil }
            self.template = template
            context = json["c"] ?? [:]
            html = json["h"]?.string
        }

        var outcome: String? {
            try? TemplateLibrary(sources: ["page": template]).html("page", context: context)
        }

        var treeOutcome: String? {
            try? TemplateLibrary(sources: ["page": template]).render("page", context: context).html
        }
    }

    private static let folder = "Tests/TemplatesTests/Differential"

    private static func differences(in lines: String) -> (count: Int, differences: [String]) {
        let cases = lines.split(separator: "\n").compactMap { Case(line: $0) }
        let differences = cases.compactMap { item -> String? in
            let html = item.outcome
            guard html != item.html || item.treeOutcome != item.html else { return nil }
            return "\(item.template)\n  Jinja2: \(item.html ?? "an error")\n  here: \(html ?? "an error")"
        }
        return (cases.count, differences)
    }

    private func report(_ differences: [String]) {
        if let path = ProcessInfo.processInfo.environment["VIEWFINDER_TEMPLATE_REPORT"] {
            try? differences.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
        for difference in differences.prefix(20) { Issue.record("\(difference)") }
        #expect(differences.count == 0)
    }

    @Test func `recorded templates of the grammar come out as Jinja2 has them`() throws {
        let (count, differences) = Self.differences(in: try Checkout.text(of: "\(Self.folder)/recorded.jsonl"))
        #expect(count > 500)
        report(differences)
    }

    /// The program and first arguments that run a Python with Jinja2 3.1.6; nil where there is none.
    private static let python: [String]? = {
        let named = ProcessInfo.processInfo.environment["VIEWFINDER_PYTHON"]
        let python = named.map { [$0] } ?? ["/usr/bin/env", "python3"]
        let check = "import jinja2, sys; sys.exit(jinja2.__version__ != '3.1.6')"
        let status = try? Command.run(python[0], python.dropFirst() + ["-c", check]).status
        return status == 0 ? python : nil
    }()

    @Test(.enabled(if: python != nil, "no Python with Jinja2 3.1.6 is here: recorded templates only"))
    func `new templates of the grammar come out as Jinja2 has them`() throws {
        let environment = ProcessInfo.processInfo.environment
        let script = Checkout.root.appendingPathComponent("\(Self.folder)/generate.py").path
        let python = try #require(Self.python)
        let count = environment["VIEWFINDER_TEMPLATES"] ?? "500"
        let seed = environment["VIEWFINDER_TEMPLATE_SEED"] ?? "1"
        let made = try Command.run(python[0], python.dropFirst() + [script, count, seed])
        #expect(made.status == 0, "\(made.errors)")
        let (replayed, differences) = Self.differences(in: made.output)
        #expect(replayed > 0)
        report(differences)
    }
}
