import Foundation
import TestSupport
import Testing

@Suite("The test command")
struct ScenarioCommandTests {
    private let viewfinder = Program("viewfinder")

    /// Writes a scenario file into a folder of its own, and runs it.
    private func run(_ text: String, _ options: String...) throws -> Command.Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scenarios-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("case.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try viewfinder.run(["test", file.path, "--update", "none"] + options)
    }

    @Test(
        "passes the gallery's own scenarios, whichever way pages are patched",
        arguments: [[], ["--parses-whole-views"]])
    func gallery(options: [String]) throws {
        let outcome = try viewfinder.run(
            ["test", Checkout.root.appendingPathComponent("Scenarios").path, "--update", "none"] + options)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains(", 0 failed"))
    }

    @Test("shows a failure with its place, what was wanted and found, and the frame")
    func failure() throws {
        let outcome = try run(
            """
            scenario: Wrong on purpose
            steps:
              - open: /settings
              - submit: Save
              - expect: { flash: { error: "All is well." } }
            """)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("case.yaml:5:5: expect"))
        #expect(outcome.output.contains("All is well."))
        #expect(outcome.output.contains("Name cannot be blank."))
        #expect(outcome.output.contains("╭─ ✗ error"))
        #expect(outcome.output.contains("0 passed, 1 failed"))
    }

    @Test("tells all that is wrong with a file at once, and runs nothing")
    func malformed() throws {
        let outcome = try run(
            """
            scenario: Broken
            tag: [x]
            steps:
              - opne: /settings
              - fill: { label: Name, wiht: Ada }
              - click: #save
            """)
        #expect(outcome.status == 2)
        for part in ["case.yaml:2:1", "tags", "case.yaml:4:5", "open", "case.yaml:5:26", "with", "case.yaml:6:5"] {
            #expect(outcome.output.contains(part), "\(part) is missing in:\n\(outcome.output)")
        }
    }

    @Test("fails at what a view refuses and at what no view answers, unless it is told to warn")
    func refusals() throws {
        let text = "scenario: a\nsteps:\n  - open: /settings\n  - push: { event: nosuch }\n  - open: /nowhere\n"
        let strict = try run(text)
        #expect(strict.status == 1)
        #expect(
            strict.output.contains(
                "case.yaml:4:5: push: { event: nosuch }\n  failed-push: the view SettingsView refused"))
        let mild = try run(text, "--lint", "failed-push=warn", "--lint", "no-view=warn")
        #expect(mild.status == 0)
        #expect(
            mild.output.contains(
                "  warning: failed-push: the view SettingsView refused what was pushed: event \"nosuch\""))
        #expect(mild.output.contains("  warning: no-view: no view answers /nowhere (status 404)"))
    }

    @Test("with no file there is says so", arguments: ["/nowhere/at-all.yaml"])
    func missing(path: String) throws {
        let outcome = try viewfinder.run("test", path)
        #expect(outcome.status == 2)
        #expect(outcome.output.contains(path))
    }
}
