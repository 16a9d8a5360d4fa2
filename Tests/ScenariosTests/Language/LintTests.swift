import Basics
import Foundation
import Testing

@testable import Scenarios

@Suite("Checking scenario files without running them")
struct LintTests {
    private func lint(_ files: [String: String], prunes: Bool = false, paths: [String] = [""]) throws -> (
        report: ScenarioLint.Report, text: String, left: [String]
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let report = ScenarioLint(removesSnapshots: prunes).check(paths.map { folder.path() + "/" + $0 })
        let text = report.text.replacing("//", with: "/").replacing(folder.path() + "/", with: "")
        return (report, text, FileSystem.tree(below: folder.path()).files)
    }

    private let right = "scenario: A\nsteps:\n  - open: /\n  - snapshot: First sight\n"

    @Test func `finds nothing wrong with what is right`() throws {
        let (report, text, _) = try lint(["a.yaml": right, "__snapshots__/a/first-sight.txt": "x"])
        #expect(report.errors.isEmpty && report.warnings.isEmpty)
        #expect(text == "1 file, 0 errors, 0 warnings\n")
    }

    @Test func `tells all errors and warnings with their places`() throws {
        let text = try lint([
            "a.yaml": "scenario: A\nvars: { unused: 1 }\nsteps:\n  - click: { css: \"button.big\" }\n",
            "b.yaml": "scenario: B\nsteps: [opne: /]\n", "c.yaml": "- submit\n",
        ]).text
        #expect(
            text == """
                b.yaml:2:9: unknown step "opne"; did you mean "open"?
                  2 | steps: [opne: /]
                    |         ^

                c.yaml:1:1: this file has no "scenario", so it is a part, which runs where other files include it; no file \
                here does; include it, or give it a "scenario"
                  1 | - submit
                    | ^

                a.yaml:2:9: warning: nothing uses the variable "unused"
                  2 | vars: { unused: 1 }
                    |         ^

                a.yaml:4:19: warning: nobody sees what a selector says; better, if it is the only one: { role: button, \
                named: … }
                  4 |   - click: { css: "button.big" }
                    |                   ^

                3 files, 2 errors, 2 warnings

                """)
    }

    @Test(
        arguments: [
            ("[name=\"user[email]\"]", "{ name: \"user[email]\" }"), ("input[name=email]", "{ name: email }"),
            ("form [role=\"alert\"]", "{ role: alert, named: … }"),
            ("main > h1", "{ role: heading, named: … }"), ("input", "{ label: … }"), ("#save", nil), (".wide", nil),
            ("[aria-label='Close']", "{ label: Close }, or a role with { named: Close }"),
        ] as [(String, String?)])
    func `a selector has a better target by its looks`(selector: String, better: String?) {
        #expect(SelectorSearch.better(than: selector) == better)
    }

    @Test func `finds selectors wherever they stand`() throws {
        let steps = """
              - group: { name: g, steps: [{ focus: { css: .a } }] }
              - expect: { target: { role: row, within: { css: .b } }, count: 1 }
              - let: { x: { text of: { css: .c } } }
              - type: "${x}"

            """
        let report = try lint(["a.yaml": "scenario: A\nsteps:\n\(steps)"]).report
        #expect(report.errors.isEmpty)
        #expect(report.warnings.map(\.place?.line).sorted { $0 ?? 0 < $1 ?? 0 } == [3, 4, 5])
    }

    @Test func `tells of snapshots that no step names, and removes them when asked`() throws {
        let files = [
            "a.yaml": right, "__snapshots__/a/first-sight.txt": "x", "__snapshots__/a/old.txt": "x",
            "__snapshots__/gone/old.txt": "x", "notes.txt": "x",
            "sub/t.yaml": "scenario: T\nmatrix: { size: [80x24, 40x12] }\nsteps: [{ open: / }, { snapshot: s }]\n",
            "sub/__snapshots__/t/80x24-s.txt": "x",
        ]
        let told = try lint(files)
        #expect(
            told.text.hasSuffix(
                """
                __snapshots__/a/old.txt: warning: no step names this snapshot; remove it, or let --prune do so

                __snapshots__/gone/old.txt: warning: no step names this snapshot; remove it, or let --prune do so

                2 files, 0 errors, 2 warnings

                """), "\(told.text)")
        let pruned = try lint(files, prunes: true)
        #expect(pruned.report.removed.count == 2)
        #expect(pruned.text.contains("removed __snapshots__/a/old.txt\n"), "\(pruned.text)")
        #expect(
            pruned.left == [
                "__snapshots__/a/first-sight.txt", "a.yaml", "notes.txt", "sub/__snapshots__/t/80x24-s.txt",
                "sub/t.yaml",
            ])
        let one = try lint(files, paths: ["a.yaml"])
        #expect(one.report.warnings.count == 1, "only the pictures of that file are looked at")
    }

    @Test func `removes nothing where a file is wrong, or a name is known only while it runs`() throws {
        let snapshots = ["__snapshots__/a/old.txt": "x"]
        let wrong = try lint(snapshots.merging(["a.yaml": "scenario: A\nsteps: [opne: /]\n"]) { $1 }, prunes: true)
        #expect(wrong.left.count == 2)
        let named = "scenario: A\nsteps:\n  - open: /\n  - let: { n: { text of: X } }\n  - snapshot: \"${n}\"\n"
        let late = try lint(snapshots.merging(["a.yaml": named]) { $1 }, prunes: true)
        #expect(late.report.errors.isEmpty)
        #expect(late.left.count == 2)
    }

    @Test func `wants the line for editors where there is a schema, and the schema to be ours`() throws {
        let schema = ScenarioSchema.text + "\n"
        let text = try lint(["sub/a.yaml": right, "scenario.schema.json": schema]).text
        #expect(
            text.contains("begin it with the line \"# yaml-language-server: $schema=../scenario.schema.json\""),
            "\(text)")
        let well = ScenarioSchema.modeline(depth: 1) + "\n" + right
        #expect(try lint(["sub/a.yaml": well, "scenario.schema.json": schema]).report.warnings.isEmpty)
        let old = try lint(["sub/a.yaml": well, "scenario.schema.json": "{}"]).text
        #expect(old.contains("scenario.schema.json: warning: the schema is that of another version"))
    }

    @Test func `tells of tables that no scenario uses, and of folders without scenarios`() throws {
        let used = "scenario: A\ntable: { file: t.csv }\nsteps: [type: \"${a}\"]\n"
        let text = try lint(["a.yaml": used, "t.csv": "a\n1\n", "u.csv": "a\n1\n"]).text
        #expect(text.hasPrefix("u.csv: warning: no scenario has its rows from this table\n"), "\(text)")
        #expect(try lint(["a.txt": ""]).text.contains("there is no scenario here"))
    }
}
