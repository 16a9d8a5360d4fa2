import Basics
import Foundation
import LiveEngine
import Testing

@testable import Scenarios

@Suite("Parts of scenarios")
struct PartTests {
    /// Runs a folder with some files.
    private func run(_ files: [String: String], _ select: String = "") throws -> (
        code: RunExitCode, text: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
        let outcome = try ScenarioSuite.run([folder.path() + select], by: runner)
        return (outcome.code, outcome.text.replacing(folder.path() + "/", with: ""))
    }

    private let whole = "scenario: A\nsteps:\n  - open: /settings\n  - include: parts/b.yaml\n"

    @Test func `lie anywhere, and are run where they are included only`() throws {
        let (code, text) = try run([
            "a.yaml": whole, "parts/b.yaml": "- include: ../_c.yaml\n",
            "_c.yaml": "about: Saves.\nsteps:\n  - fill: { label: Name, with: Ada }\n  - submit\n",
            "shared/d.yaml": "scenario: D\nsteps: [open: /settings]\n",
            ".hidden/e.yaml": "nonsense: true\n",
        ])
        #expect(code == .passed, "\(text)")
        #expect(text.hasPrefix("ok    a.yaml  A"))
        #expect(text.contains("ok    shared/d.yaml  D"))
        #expect(text.contains("2 passed, 0 failed"))
    }

    @Test func `that nobody includes are told, with how parts work`() throws {
        let (code, text) = try run([
            "a.yaml": "scenario: A\nsteps: [submit]\n", "b.yaml": "- include: c.yaml\n", "c.yaml": "- submit\n",
        ])
        #expect(code == .unusable)
        #expect(
            text.contains(
                "b.yaml:1:1: this file has no \"scenario\", so it is a part, which runs where other files include it"))
    }

    @Test func `with a scenario of their own cannot be included`() throws {
        let text = try run([
            "a.yaml": "scenario: A\nsteps: [include: b.yaml]\n", "b.yaml": "scenario: B\nsteps: [submit]\n",
        ]).text
        #expect(text.contains("b.yaml:1:1: this file has a \"scenario\" of its own and cannot be included"), "\(text)")
    }

    @Test func `that are wrong are told once, however often they are included`() throws {
        let text = try run([
            "a.yaml": whole, "b.yaml": whole.replacing("parts/", with: "./parts/"), "parts/b.yaml": "- opne: x\n",
        ]).text
        #expect(text.hasSuffix("1 problem; nothing was run"), "\(text)")
    }

    @Test func `name each file on the way to a step that fails`() throws {
        let text = try run([
            "a.yaml": whole, "parts/b.yaml": "steps:\n  - include: c.yaml\n",
            "parts/c.yaml": "- submit\n- click: Nowhere\n",
        ]).text
        #expect(
            text.contains(
                """
                parts/c.yaml:2:3: click: Nowhere
                  included from parts/b.yaml:2:5
                  included from a.yaml:4:5
                  there is no Nowhere to be seen
                """), "\(text)")
    }

    @Test func `that include each other are told with the whole chain`() throws {
        let text = try run([
            "a.yaml": "scenario: A\nsteps: [include: b.yaml]\n", "b.yaml": "- include: c.yaml\n",
            "c.yaml": "- include: b.yaml\n",
        ]).text
        #expect(
            text.contains("c.yaml:1:12: files include each other: a.yaml -> b.yaml -> c.yaml -> b.yaml"), "\(text)")
    }

    @Test func `a row of a table is picked by its line in the file of the table`() throws {
        let files = [
            "a.yaml": "scenario: \"${name}\"\ntable: { file: rows.csv }\nsteps: [open: /settings]\n",
            "b.yaml": "scenario: B\nsteps: [open: /settings]\n", "rows.csv": "name\nAda\nEve\n",
        ]
        let (code, text) = try run(files, "/rows.csv:3")
        #expect(code == .passed)
        #expect(text.hasPrefix("ok    a.yaml#2  Eve"), "\(text)")
        #expect(text.contains("1 passed"))
        #expect(try run(files, "/rows.csv:7").text.contains("rows.csv: no case stands at line 7"))
        #expect(
            try run(["b.yaml": files["b.yaml"] ?? "", "rows.csv": "a\n"], "/rows.csv:1").text.contains(
                "rows.csv: no scenario in its folder or below has this as its table"))
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x73, 0x00], "a.yaml: the file is UTF-16; save it as UTF-8"),
            ([0x73, 0x00, 0x63, 0x00], "a.yaml: the file is UTF-16; save it as UTF-8"),
            ([0x00, 0x00, 0xFE, 0xFF], "a.yaml: the file is UTF-32; save it as UTF-8"),
            (
                Array("scenario: a\nä: ".utf8) + [0xE4, 0x0A],
                "a.yaml:2:4: the byte 0xE4 is no UTF-8; save the file as UTF-8"
            ),
        ] as [([UInt8], String)])
    func `and all other files are UTF-8, with a mark or without`(bytes: [UInt8], words: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.yaml")
        try Data(bytes).write(to: file)
        let problems = ScenarioReader().read(path: file.path()).problems
        #expect(ProblemPrinter(sources: []).print(problems).hasSuffix("/\(words)\n"))
        try Data([0xEF, 0xBB, 0xBF] + Array("scenario: a\nsteps: [submit]\n".utf8)).write(to: file)
        #expect(ScenarioReader().read(path: file.path()).scenario?.title == "a")
    }
}
