import Foundation
import LiveEngine
import LiveProtocol
import Scenarios
import Testing

/// What the command line chooses of the files, and what of it is a mistake.
@Suite("Choosing what is run")
struct ChoosingTests {
    private static let rows = """
        scenario: Rows
        tags: [smoke]
        table:
          - { case: one, what: a }
          - case: two
            what: b
        steps:
          - open: /settings
          - type: "${what}"
        """

    private func run(
        _ arguments: [String], filter: ScenarioFilter = ScenarioFilter(), settings: [String: String] = [:]
    ) throws -> (code: RunExitCode, text: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "choosing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.rows.write(to: folder.appending(path: "rows.yaml"), atomically: true, encoding: .utf8)
        try "scenario: Plain\nsteps:\n  - open: /settings\n".write(
            to: folder.appending(path: "plain.yaml"), atomically: true, encoding: .utf8)
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
        let planner = SuitePlanner(reader: ScenarioReader(settings: settings), selection: .init(filter: filter))
        let (code, text) = try ScenarioSuite.run(
            arguments.map { folder.path() + "/" + $0 }, planner: planner, by: runner)
        return (code, text.replacing(folder.path() + "/", with: ""))
    }

    /// `type` needs the focus in a field, so that each case that runs fails with its text.
    private func cases(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("FAIL") || $0.hasPrefix("ok ") }.map { line in
            String(line.split(separator: " ")[1])
        }
    }

    @Test(
        "a file that is named several times runs once, lines of it what stands there",
        arguments: [
            (["plain.yaml", "plain.yaml"], ["plain.yaml"]), (["plain.yaml", "./plain.yaml"], ["plain.yaml"]),
            (["plain.yaml", ""], ["plain.yaml", "rows.yaml#one", "rows.yaml#two"]),
            (["rows.yaml:4"], ["rows.yaml#one"]), (["rows.yaml:5"], ["rows.yaml#two"]),
            (["rows.yaml:6:5"], ["rows.yaml#two"]),
            (["rows.yaml:4", "rows.yaml:6"], ["rows.yaml#one", "rows.yaml#two"]),
            (["rows.yaml:8"], ["rows.yaml#one", "rows.yaml#two"]),
            (["rows.yaml:4", "rows.yaml"], ["rows.yaml#one", "rows.yaml#two"]),
            (["plain.yaml:3"], ["plain.yaml"]),
        ])
    func files(arguments: [String], expected: [String]) throws {
        #expect(cases(try run(arguments).text) == expected)
    }

    @Test(
        "what is nowhere in the files is a mistake, and nothing is run",
        arguments: [
            (
                ["rows.yaml:99"], [], [], [:],
                "rows.yaml: no case stands at line 99; the file has 9 lines, and rows at 4, 5"
            ),
            (["plain.yaml:0"], [], [], [:], "no case stands at line 0"),
            ([":3"], [], [], [:], "it is a folder and has no line 3"),
            (["rows.yaml"], ["smok"], [], [:], "--tag: no scenario has the tag \"smok\"; did you mean \"smoke\"?"),
            (["rows.yaml"], ["!smok"], [], [:], "--tag: no scenario has the tag \"smok\""),
            (["rows.yaml"], [], ["one", "three"], [:], "--name: no case has \"three\" in its path or title"),
            (["rows.yaml"], [], [], ["waht": "x"], "--set: unknown variable \"waht\"; did you mean \"what\"?"),
            (["plain.yaml"], [], [], ["what": "x"], "--set: unknown variable \"what\""),
            (["rows.yaml:4"], [], ["two"], [:], "no scenario to run"),
        ] as [([String], [String], [String], [String: String], String)])
    func mistakes(
        arguments: [String], tags: [String], names: [String], settings: [String: String], words: String
    ) throws {
        let (code, text) = try run(arguments, filter: ScenarioFilter(tags: tags, names: names), settings: settings)
        #expect(code == (words == "no scenario to run" ? .nothingRan : .unusable))
        #expect(text.contains(words), "\(text)")
        #expect(cases(text).isEmpty)
    }

    @Test("a variable of any of the files may be set")
    func settings() throws {
        #expect(cases(try run(["plain.yaml", "rows.yaml"], settings: ["what": "x"]).text).count == 3)
    }
}
