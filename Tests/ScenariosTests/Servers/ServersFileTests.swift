import Foundation
import LiveEngine
import LiveProtocol
import Scenarios
import Testing

/// Servers that a run starts, waits for and ends.
@Suite(.timeLimit(.minutes(20)))
struct ServersFileTests {
    private let server = FarServer { clock in
        Engine(routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock)
    }
    private let folder = FileManager.default.temporaryDirectory.appending(path: "servers-\(UUID().uuidString)").path()

    private let passing = """
        scenario: Saved
        steps:
          - open: /settings
          - submit: Save
          - expect: { flash: { error: Name cannot be blank. } }
        """

    /// Runs files of a new folder; the server answers as soon as the file `up` is there.
    private func run(
        _ files: [String: String], reaches: Bool = true
    ) throws -> (code: RunExitCode, text: String, need: String?) {
        for (name, text) in files {
            let file = URL(fileURLWithPath: folder).appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let start = ContinuousClock.now
        let access = ServerAccess(
            date: { .zero }, makeHost: { [server, folder] _ in GatedHost(server.makeHost(), gate: folder + "/up") })
        let runner = ScenarioRunner(now: { ContinuousClock.now - start }, server: reaches ? access : nil) {
            clock, observer in
            Engine(routes: Routes {}, clock: clock, observer: observer)
        }
        var need: String?
        do {
            let (code, text) = try ScenarioSuite.run([folder], by: runner) { what in
                guard reaches else {
                    need = what
                    throw Needed()
                }
            }
            return (code, text.replacing(folder + "/", with: ""), nil)
        } catch is Needed {
            return (.unusable, "", need)
        }
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func text(of name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    /// The process whose number is in a file, with whether it still runs.
    private func isRunning(_ name: String) throws -> Bool {
        let number = try #require(pid_t(text(of: name).trimmingCharacters(in: .whitespacesAndNewlines)))
        return kill(number, 0) == 0
    }

    @Test
    func
        `A server is started once, in its folder, before the first case that needs it, and ended with all its children`()
        throws
    {
        defer { remove() }
        let command =
            "echo started >> log; (trap \"touch left; exit\" TERM; while :; do sleep 0.1; done) & echo $$ > pid; touch up; exec sleep 600"
        let (code, text, _) = try run([
            "servers.yaml": "setup: { run: '\(command)', ready: 'http://far.example/health?x=1', within: 60s }\n",
            "a.yaml": passing, "sub/b.yaml": passing,
        ])
        #expect(code == .passed, "\(text)")
        #expect(try self.text(of: "log") == "started\n")
        #expect(try !isRunning("pid"))
        #expect(FileManager.default.fileExists(atPath: folder + "/left"), "its child was told as well")
    }

    @Test func `A server that does not leave when told to is made to`() throws {
        defer { remove() }
        let (code, text, _) = try run([
            "servers.yaml":
                "setup:\n  - run: |\n      trap '' TERM; echo $$ > pid; touch up; while :; do sleep 1; done\n    ready: http://far.example\n    within: 60s\n",
            "a.yaml": passing,
        ])
        #expect(code == .passed, "\(text)")
        #expect(try !isRunning("pid"))
    }

    @Test func `A server that ends before it answers is told with its place and its output`() throws {
        defer { remove() }
        let (code, text, _) = try run([
            "servers.yaml": "setup: { run: echo no luck >&2; exit 3, ready: http://far.example, within: 60s }\n",
            "a.yaml": passing,
        ])
        #expect(code == .unusable)
        let start = "servers.yaml:1:8: the command ended with code 3 before http://far.example/ answered"
        #expect(text.hasPrefix(start + "; what the server wrote is in /"), "\(text)")
        #expect(text.hasSuffix(".txt; nothing more was run\n"), "\(text)")
        let output = try #require(text.firstMatch(of: #/ is in (.*\.txt);/#)?.1)
        #expect(try String(contentsOfFile: String(output), encoding: .utf8) == "no luck\n")
        try FileManager.default.removeItem(
            atPath: URL(fileURLWithPath: String(output)).deletingLastPathComponent().path)
    }

    @Test func `A server that does not answer in time is told with the limit, and ended`() throws {
        defer { remove() }
        let (code, text, _) = try run([
            "servers.yaml":
                "setup: { run: echo $$ > pid; exec sleep 600, ready: http://far.example/, within: 500ms }\n",
            "a.yaml": passing,
        ])
        #expect(code == .unusable)
        #expect(
            text.contains(
                "servers.yaml:1:8: http://far.example/ did not answer within 500ms; the gate is shut; what the"),
            "\(text)")
        #expect(try !isRunning("pid"))
        let output = try #require(text.firstMatch(of: #/ is in (.*\.txt);/#)?.1)
        try FileManager.default.removeItem(
            atPath: URL(fileURLWithPath: String(output)).deletingLastPathComponent().path)
    }

    @Test func `A file of servers is checked with the scenarios, and nothing is started when one is wrong`() throws {
        defer { remove() }
        let (code, text, _) = try run([
            "servers.yaml": "setup: { run: touch ran, redy: http://far.example, within: soon }\n", "a.yaml": passing,
        ])
        #expect(code == .unusable)
        #expect(
            text.contains("servers.yaml:1:26: unknown key \"redy\" in a server; did you mean \"ready\"?"), "\(text)")
        #expect(
            text.contains("servers.yaml:1:60: expected a duration such as 300ms, 1.5s or 2m, found \"soon\""), "\(text)"
        )
        #expect(!FileManager.default.fileExists(atPath: folder + "/ran"))
    }

    @Test(arguments: [
        (["servers.yaml": "setup: { run: touch ran, ready: http://far.example }\n"], "servers.yaml"),
        (["b.yaml": "scenario: B\nurl: http://far.example\nsteps:\n  - open: /\n"], "b.yaml: url"),
    ])
    func `Where no server can be reached, it is told what needs one before anything runs`(
        files: [String: String], need: String
    ) throws {
        defer { remove() }
        let outcome = try run(files.merging(["a.yaml": passing]) { $1 }, reaches: false)
        #expect(outcome.need?.hasSuffix("/" + need) == true)
        #expect(outcome.text.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder + "/ran"))
    }
}

private struct Needed: Error {}
