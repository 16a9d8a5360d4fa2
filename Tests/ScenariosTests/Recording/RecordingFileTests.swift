import Basics
import LiveEngine
import LiveProtocol
import Testing
import TextLayout

@testable import Scenarios

/// Where a recording goes, and that nothing that was there is lost.
@Suite struct RecordingFileTests {
    private let folder: String
    private var path: String { "\(folder)/recorded.yaml" }

    init() throws { folder = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-recording-") }

    private func text(_ path: String) throws -> String { try FileSystem.text(of: path, limit: 1 << 20) }

    private func script(_ steps: RecordedStep...) -> RecordedScript {
        var script = RecordedScript()
        script.title = "Saving"
        script.steps = steps
        return script
    }

    private let steps = [RecordedStep("open", .text("/settings")), RecordedStep("submit")]

    @Test func `what was recorded so far is kept beside the file until that is written`() throws {
        let file = try RecordingFile(path: path, mode: .anew)
        file.keepPartial(script(steps[0]))
        #expect(try text(file.partialPath) == "scenario: Saving\nsteps:\n  - open: /settings\n")
        #expect(FileSystem.status(of: path) == nil)
        try file.write(file.text(of: script(steps[0], steps[1])))
        #expect(try text(path) == "scenario: Saving\nsteps:\n  - open: /settings\n  - submit\n")
        #expect(FileSystem.status(of: file.partialPath) == nil)
    }

    @Test func `an earlier recording that came to no end is kept`() throws {
        let earlier = try RecordingFile(path: path, mode: .anew)
        earlier.keepPartial(script(steps[0]))
        let file = try RecordingFile(path: path, mode: .anew)
        #expect(try text(file.olderPartialPath).contains("open: /settings"))
    }

    @Test func `a file that is begun anew keeps its copy`() throws {
        try FileSystem.replace(path, with: "anything\n")
        let file = try RecordingFile(path: path, mode: .anew)
        try file.write(file.text(of: script(steps[0])))
        #expect(try text(file.copyPath) == "anything\n")
        #expect(try text(path).hasPrefix("scenario: Saving\n"))
    }

    @Test(arguments: ["", "  ", "    "])
    func `steps are added with the indent of those that are there`(indent: String) throws {
        let before = "scenario: Old # title\nsteps:\n\(indent)- open: /\n\(indent)- expect: x\n\n# end"
        try FileSystem.replace(path, with: before)
        let file = try RecordingFile(path: path, mode: .appending)
        try file.write(file.text(of: script(steps[0], steps[1])))
        #expect(try text(path) == before + "\n\(indent)- open: /settings\n\(indent)- submit\n")
        #expect(ScenarioReader().read(path: path).problems.isEmpty)
        #expect(try text(file.copyPath) == before)
    }

    @Test(
        arguments: [
            ("scenario: A\nsteps: [submit]\n", "only where each stands in a line of its own"),
            ("steps:\n  - submit\nscenario: A\n", "only to a scenario whose last key is \"steps\""),
            ("scenario: A\n", "only to a scenario whose last key is \"steps\""),
            ("scenario: [\n", "recorded.yaml:1:11: a value is missing here, or a \"[\" or \"{\" is not closed"),
            ("", "the file has no scenario"),
        ])
    func `a file to which no steps can be added is told before anything is recorded`(text: String, words: String) throws
    {
        try FileSystem.replace(path, with: text)
        let problem = #expect(throws: RecordingProblem.self) { try RecordingFile(path: path, mode: .appending) }
        #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
        #expect(try self.text(path) == text)
        #expect(FileSystem.status(of: path + ".partial") == nil)
    }

    @Test func `a place where nothing can be written is told before anything is recorded`() throws {
        try FileSystem.replace("\(folder)/file", with: "")
        let problem = #expect(throws: RecordingProblem.self) {
            try RecordingFile(path: "\(folder)/file/recorded.yaml", mode: .anew)
        }
        #expect(problem?.message.contains("it cannot be written") == true)
    }

    @Test func `a schema that lies beside or above is named in the first line`() throws {
        try FileSystem.replace("\(folder)/scenario.schema.json", with: "{}")
        let file = try RecordingFile(path: path, mode: .anew)
        #expect(file.text(of: script()).hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
        let below = try RecordingFile(path: "\(folder)/below/recorded.yaml", mode: .anew)
        #expect(below.text(of: script()).hasPrefix("# yaml-language-server: $schema=../scenario.schema.json\n"))
    }

    @Test func `files are named from the scenario's folder`() throws {
        try FileSystem.makeFolder("\(folder)/papers")
        for name in ["papers/a.txt", "b.txt"] { try FileSystem.replace("\(folder)/\(name)", with: "") }
        let file = try RecordingFile(path: "\(folder)/scenarios/recorded.yaml", mode: .anew)
        #expect(file.name(of: "\(folder)/papers/a.txt") == "../papers/a.txt")
        #expect(file.name(of: "\(folder)/b.txt") == "../b.txt")
        #expect(file.name(of: "/no/such") == "/no/such")
    }

    // MARK: The run in the end

    private var runner: ScenarioRunner {
        ScenarioRunner(update: .missing) { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
    }

    @Test func `a recording that passes is written as it is`() throws {
        let file = try RecordingFile(path: path, mode: .anew)
        let size = Size(columns: 60, rows: 20)
        let outcome = try RecordingCheck(of: file, by: runner).finish(script(steps[0], steps[1]), size: size)
        #expect(outcome.passed)
        #expect(try text(path) == "scenario: Saving\nsteps:\n  - open: /settings\n  - submit\n")
    }

    @Test func `the size is written where a step looks at cells`() throws {
        let file = try RecordingFile(path: path, mode: .anew)
        let size = Size(columns: 60, rows: 20)
        let outcome = try RecordingCheck(of: file, by: runner).finish(
            script(steps[0], RecordedStep("snapshot", .text("form"))), size: size)
        #expect(outcome.passed)
        #expect(try text(path).contains("\nsize: 60x20\n"))
        #expect(try text("\(folder)/__snapshots__/recorded/form.txt").hasPrefix("60x20 "))
    }

    @Test func `a step that does not do again what it did is marked and told`() throws {
        let file = try RecordingFile(path: path, mode: .anew)
        let outcome = try RecordingCheck(of: file, by: runner).finish(
            script(steps[0], RecordedStep("click", .text("Nowhere")), steps[1]), size: World().size)
        #expect(!outcome.passed)
        #expect(outcome.words.contains("recorded.yaml:4:5: click: Nowhere"))
        #expect(
            try text(path) == """
                scenario: Saving
                steps:
                  - open: /settings
                  # This step failed when it was run: there is no Nowhere to be seen
                  - click: Nowhere
                  - submit

                """)
        #expect(ScenarioReader().read(path: path).problems.isEmpty)
    }
}
