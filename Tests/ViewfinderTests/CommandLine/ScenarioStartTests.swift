import Foundation
import TestSupport
import Testing

/// The commands that begin and check scenario files, as a person calls them.
@Suite(.serialized) struct ScenarioStartTests {
    private let viewfinder = Program("viewfinder")

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scenarios-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `init writes a scenario that passes and the schema, and never overwrites`() throws {
        try inFolder { folder in
            let path = folder.appendingPathComponent("New").path
            let first = try viewfinder.run("scenario", "init", path)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.contains("New/scenario.schema.json was written\n"))
            #expect(first.output.contains("New/first.yaml was written\n"))
            #expect(first.output.contains("- run: swift run viewfinder test \(path)\n"))
            let file = path + "/first.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
            #expect(text.contains("  - open: \"/\"\n"))
            #expect(text.contains("  # - click: "))
            let run = try viewfinder.run("test", path, "--update", "none")
            #expect(run.status == 0, "\(run.output)")
            let lint = try viewfinder.run("scenario", "lint", path, "--strict")
            #expect(lint.output == "1 file, 0 errors, 0 warnings\n")
            #expect(lint.status == 0)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
            let again = try viewfinder.run("scenario", "init", path)
            #expect(again.status == 0)
            #expect(again.output.contains("New/first.yaml is there already and stays as it is\n"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        }
    }

    @Test func `every remark of the first scenario is a step that can be read`() throws {
        try inFolder { folder in
            _ = try viewfinder.run("scenario", "init", folder.path)
            let file = folder.appendingPathComponent("first.yaml")
            let text = try String(contentsOf: file, encoding: .utf8).replacing("  # - ", with: "  - ")
            try Data(text.utf8).write(to: file)
            let lint = try viewfinder.run("scenario", "lint", folder.path)
            #expect(lint.output == "1 file, 0 errors, 0 warnings\n")
        }
    }

    @Test func `lint leaves 2 at errors, 1 at warnings when it is strict, and 0 else`() throws {
        try inFolder { folder in
            let file = folder.appendingPathComponent("a.yaml")
            func lint(_ text: String, _ options: String...) throws -> Int32 {
                try Data(text.utf8).write(to: file)
                return try viewfinder.run(["scenario", "lint", folder.path] + options).status
            }
            let warned = "scenario: a\nvars: { v: 1 }\nsteps: [open: /]\n"
            let used = "scenario: a\nsteps: [type: \"${v}\"]\n"
            let opened = "scenario: a\nsteps: [type: \"${env.PATH}\"]\n"
            let codes = try [
                lint(warned), lint(warned, "--strict"), lint(used), lint(used, "--set", "v=1"),
                lint(opened, "--allow-env", "PATH", "--strict"),
            ]
            #expect(codes == [0, 1, 2, 0, 0])
        }
    }

    @Test func `the gallery's scenarios have no errors, and nothing that is not used`() throws {
        let outcome = try viewfinder.run("scenario", "lint", Checkout.root.appendingPathComponent("Scenarios").path)
        #expect(outcome.status == 0, "\(outcome.output)")
        for part in outcome.output.split(separator: "warning: ").dropFirst() {
            #expect(part.hasPrefix("nobody sees what a selector says"), "\(part)")
        }
    }

    @Test func `test tells of variables that nothing uses, and opens the environment only when told`() throws {
        try inFolder { folder in
            let file = folder.appendingPathComponent("a.yaml")
            let text = "scenario: \"${env.HOME}\"\nvars: { v: 1 }\nsteps: [open: /]\n"
            try Data(text.utf8).write(to: file)
            let closed = try viewfinder.run("test", file.path)
            #expect(closed.status == 2)
            #expect(closed.output.contains("open this variable with --allow-env HOME"))
            let opened = try viewfinder.run("test", file.path, "--allow-env", "HOME")
            #expect(opened.status == 0, "\(opened.output)")
            #expect(opened.errors.contains("a.yaml:2:9: warning: nothing uses the variable \"v\"\n"))
            let missing = try viewfinder.run("test", file.path, "--allow-env", "HOME", "--set", "w=1")
            #expect(missing.status == 2)
            #expect(missing.output.contains("--set: unknown variable \"w\""))
        }
    }

    @Test(arguments: ["scenario", "part", "servers"])
    func `there is a schema of each kind of file`(kind: String) throws {
        let outcome = try viewfinder.run("scenario", "schema", "--of", kind)
        #expect(outcome.status == 0)
        let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(schema?["title"] != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shells complete the commands, and the steps to explain`(shell: String) throws {
        let outcome = try viewfinder.run("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        for word in ["explain", "lint", "allow-env", "submit", "snapshot"] {
            #expect(outcome.output.contains(word), "\(word)")
        }
    }

    @Test func `the help leads to all of it`() throws {
        let root = try viewfinder.run("--help").output
        #expect(root.contains("  scenario "))
        // Its lines are as long as the terminal is wide.
        let words = root.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("\"scenario\" begins, checks and explains scenario files"))
        let scenario = try viewfinder.run("scenario", "--help").output
        for word in ["  init ", "  lint ", "  explain ", "  schema "] { #expect(scenario.contains(word)) }
    }
}
