import Foundation
import LiveEngine
import LiveProtocol
import Scenarios
import Testing

@Suite struct SuiteTests {
    /// Writes files into a new folder and runs it.
    private func run(
        _ files: [String: String], update: SnapshotUpdate = .none, filter: ScenarioFilter = ScenarioFilter(),
        in folder: URL? = nil, select: String = ""
    ) throws -> (code: RunExitCode, text: String, folder: URL) {
        let folder = folder ?? FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let runner = ScenarioRunner(update: update) { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
        let outcome = try ScenarioSuite.run(
            [folder.path() + select], planner: SuitePlanner(selection: .init(filter: filter)), by: runner)
        let text = outcome.text.replacing(folder.path() + "/", with: "").replacing(folder.path(), with: "")
        return (outcome.code, text, folder)
    }

    private let passing = "scenario: Passes\ntags: [smoke]\nsteps:\n  - open: /settings\n"
    private let failing = "scenario: Fails\nsteps:\n  - open: /settings\n  - expect: { text: Nowhere, within: 0s }\n"

    @Test("A run prints one line a case, failures in full and a summary, and says by its code how it went")
    func report() throws {
        let (code, text, folder) = try run(["a.yaml": passing, "sub/b.yaml": failing])
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(code == .failed)
        #expect(
            text.hasPrefix(
                """
                ok    a.yaml  Passes  (0.0 ms)
                FAIL  sub/b.yaml  Fails  (0.0 ms)

                sub/b.yaml:4:5: expect: { text: Nowhere, within: 0s }
                  wanted  text "Nowhere"
                """))
        #expect(text.hasSuffix("1 passed, 1 failed in 0.0 ms\n"))
    }

    @Test("A run tells what the views did, where that is known")
    func totals() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try (passing + "  - submit: Save\n").write(
            to: folder.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
        let text = try ScenarioSuite.run([folder.path()], by: runner).text
        #expect(
            text.hasSuffix(
                """
                the views: 1 mounts, 1 events, 0 infos; handling 0.0 ms, rendering 0.0 ms, diffing 0.0 ms
                1 passed, 0 failed in 0.0 ms

                """))
    }

    @Test("When one file is wrong, all problems of all files are told and nothing is run")
    func problems() throws {
        let (code, text, folder) = try run([
            "a.yaml": passing, "b.yaml": "scenario: B\nsteps:\n  - opne: /\n", "c.yaml": "step: x\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(code == .unusable)
        #expect(text.contains("b.yaml:3:5: unknown step \"opne\"; did you mean \"open\"?"))
        #expect(text.contains("c.yaml:1:1: unknown key \"step\" in the header; did you mean \"steps\"?"))
        #expect(!text.contains("ok "))
        #expect(text.hasSuffix("3 problems; nothing was run"))
    }

    @Test("Tags, parts of names and lines select what is run; nothing to run is an error")
    func filters() throws {
        let table = "scenario: Rows\ntable:\n  - { case: one }\n  - { case: two }\nsteps:\n  - open: /settings\n"
        let files = ["a.yaml": passing, "b.yaml": table]
        let (_, tagged, folder) = try run(files, filter: ScenarioFilter(tags: ["smoke"]))
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(tagged.hasPrefix("ok    a.yaml  Passes"))
        #expect(tagged.hasSuffix("1 passed, 0 failed in 0.0 ms\n"))
        #expect(try run([:], filter: ScenarioFilter(tags: ["!smoke"]), in: folder).text.contains("2 passed"))
        #expect(try run([:], filter: ScenarioFilter(names: ["#TWO"]), in: folder).text.contains("1 passed"))
        #expect(try run([:], in: folder, select: "/b.yaml:4").text.hasPrefix("ok    b.yaml#two  Rows"))
        #expect(try run([:], in: folder, select: "/b.yaml:6").text.contains("2 passed"))
        #expect(try run([:], filter: ScenarioFilter(tags: ["none"]), in: folder).code == .unusable)
        #expect(try run([:], filter: ScenarioFilter(tags: ["smoke", "!smoke"]), in: folder).code == .nothingRan)
        #expect(try run([:], in: folder, select: "/none.yaml").code == .unusable)
    }

    @Test("Steps of another file are run with the variables given, and places in it are its own")
    func includes() throws {
        let files = [
            "a.yaml":
                "scenario: A\nsteps:\n  - include: { file: shared/save.yaml, vars: { who: Ada } }\n  - expect: Hello, Ada\n",
            "shared/save.yaml": "- open: /settings\n- fill: { label: Name, with: \"${who}\" }\n- submit\n",
        ]
        let (code, _, folder) = try run(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(code == .passed)
        let broken = try run(["shared/save.yaml": "- include: ../a.yaml\n- opne: x\n"], in: folder)
        #expect(broken.code == .unusable)
        #expect(
            broken.text.contains(
                "shared/save.yaml:1:12: files include each other: a.yaml -> shared/save.yaml -> a.yaml"))
        #expect(broken.text.contains("shared/save.yaml:2:3: unknown step"))
    }

    @Test("Snapshots are written when missing, compared whole, and changed only when asked")
    func snapshots() throws {
        let first = "scenario: S\nsize: 30x6\nsteps:\n  - open: /settings\n  - snapshot: First sight\n"
        let missing = try run(["s.yaml": first])
        let folder = missing.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(missing.code == .failed)
        #expect(missing.text.contains("there is no snapshot __snapshots__/s/first-sight.txt yet"))
        let written = try run([:], update: .missing, in: folder)
        #expect(written.code == .passed)
        #expect(written.text.contains("written:\n  __snapshots__/s/first-sight.txt"))
        let file = folder.appending(path: "__snapshots__/s/first-sight.txt")
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(kept.hasPrefix("30x6 color none\nSettings                      |\n"))
        #expect(try run([:], in: folder).code == .passed)
        try kept.replacing("Settings", with: "Sittings").write(to: file, atomically: true, encoding: .utf8)
        let changed = try run([:], update: .missing, in: folder)
        #expect(changed.code == .failed)
        #expect(changed.text.contains("- Sittings") && changed.text.contains("+ Settings"))
        #expect(try run([:], update: .changed, in: folder).code == .passed)
        #expect(try String(contentsOf: file, encoding: .utf8) == kept)
    }

    @Test("Snapshots may be outlines, may be of one element, and hide what differs")
    func outlines() throws {
        let text = """
            scenario: S
            steps:
              - open: /settings
              - fill: { label: Name, with: Ada }
              - snapshot: { name: form, of: { role: form }, as: outline }
              - snapshot: { name: table, of: { role: table }, hide: Bob }

            """
        let (code, _, folder) = try run(["s.yaml": text], update: .missing)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(code == .passed)
        let outline = try String(contentsOf: folder.appending(path: "__snapshots__/s/form.txt"), encoding: .utf8)
        #expect(
            outline == """
                form
                  textbox "Name" = "Ada" (focused)
                  checkbox "Newsletter"
                  combobox "Country" = "Japan"
                    option "Japan"
                    option "Peru"
                  button "Save"

                """)
        let table = try String(contentsOf: folder.appending(path: "__snapshots__/s/table.txt"), encoding: .utf8)
        #expect(table.contains("Ada  Edit") && table.contains("░░░  Edit") && !table.contains("Bob"))
    }

    @Test("Continuous integration never writes snapshots")
    func updateMode() {
        #expect(SnapshotUpdate.standard(environment: ["CI": "true"]) == .none)
        #expect(SnapshotUpdate.standard(environment: ["CI": ""]) == .missing)
        #expect(SnapshotUpdate.standard(environment: [:]) == .missing)
    }
}
