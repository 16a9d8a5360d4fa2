import Foundation
import TestSupport
import Testing

/// What a run of scenarios leaves: reports in files, exit codes, what it keeps of failures.
@Suite(.timeLimit(.minutes(20)))
struct TestRunTests {
    private let viewfinder = Program("viewfinder")

    private static let passing = "scenario: Passes\nsteps:\n  - open: /settings\n"
    private static let failing =
        "scenario: Fails\nsteps:\n  - open: /settings\n  - fill: { label: Name, with: Ada }\n  - submit\n  - expect: { text: Nowhere, within: 0s }\n"

    /// Runs `test` in a new folder with files, and gives the folder.
    private func run(
        _ files: [String: String] = [:], in folder: String? = nil,
        environment: String = "CI= GITHUB_ACTIONS= NO_COLOR=",
        _ arguments: String
    ) throws -> (outcome: Command.Outcome, folder: String) {
        let path = try #require(viewfinder.path)
        let folder = folder ?? NSTemporaryDirectory() + "run-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let command = "cd '\(folder)' && \(environment) '\(path)' test \(arguments)"
        return (try Command.run("/bin/sh", ["-c", command]), folder)
    }

    private func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    // MARK: Reports

    @Test func `Several reports are written at once, each in its form to its file, and people are told besides`() throws
    {
        let (outcome, folder) = try run(
            ["a.yaml": Self.passing, "b.yaml": Self.failing],
            ". --reporter junit=out/report.xml --reporter json=out/report.jsonl --reporter tap=out/report.tap")
        defer { remove(folder) }
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.output.contains("1 passed, 1 failed"))
        #expect(try text(folder + "/out/report.xml").hasSuffix("</testsuites>\n"))
        #expect(try text(folder + "/out/report.tap").hasPrefix("TAP version 14\n1..2\nok 1 - ./a.yaml: Passes\n"))
        let lines = try text(folder + "/out/report.jsonl").split(separator: "\n")
        #expect(lines.count == 4 && lines.last?.contains("\"exitCode\":1") == true)
    }

    @Test func `One report takes the place of what people are told`() throws {
        let (outcome, folder) = try run(["a.yaml": Self.passing], ". --reporter tap")
        defer { remove(folder) }
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("TAP version 14\n1..1\n") && outcome.output.hasSuffix("\n  ...\n"))
        let two = try run(in: folder, ". --reporter tap --reporter json").outcome
        #expect(two.status == 2)
        #expect(two.errors.contains("only one report goes to the standard output"), "\(two.errors)")
        let unknown = try run(in: folder, ". --reporter tab").outcome
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("unknown reporter \"tab\"; did you mean \"tap\"?"), "\(unknown.errors)")
        let wrong = try run(["b.yaml": "scenario: x\nsteps: [{ opne: / }]\n"], in: folder, ". --reporter json").outcome
        #expect(wrong.status == 2 && wrong.output.isEmpty)
        #expect(wrong.errors.contains("unknown step \"opne\""))
    }

    @Test func `A report that cannot be written is an error, whatever came of the run`() throws {
        let (outcome, folder) = try run(["a.yaml": Self.passing], ". --reporter json=/dev/full")
        defer { remove(folder) }
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        for form in ["pretty", "dots", "tap", "junit", "json"] {
            let full = try run(in: folder, ". --reporter \(form)=/dev/full").outcome
            #expect(full.status == 2, "\(form)")
            #expect(full.errors.contains("The report /dev/full cannot be written: No space left on device."), "\(form)")
            #expect(try run(in: folder, ". --reporter \(form) > /dev/full").outcome.status == 2, "\(form)")
        }
        #expect(outcome.status == 2)
        let nowhere = try run(in: folder, ". --reporter json=a.yaml/x.json").outcome
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.contains("The report a.yaml/x.json cannot be written"), "\(nowhere.errors)")
        #expect(!nowhere.output.contains("ok "))
    }

    @Test func `On GitHub failures are annotations besides the report`() throws {
        let (outcome, folder) = try run(["b.yaml": Self.failing], environment: "CI= GITHUB_ACTIONS=true", "b.yaml")
        defer { remove(folder) }
        #expect(outcome.errors.hasPrefix("::error file=b.yaml,line=6,col=5,title=Fails::expect: "), "\(outcome.errors)")
        #expect(outcome.output.contains("0 passed, 1 failed"))
    }

    @Test func `The slowest cases are told with their slowest steps`() throws {
        let (outcome, folder) = try run(["a.yaml": Self.passing, "b.yaml": Self.failing], ". --slowest 1")
        defer { remove(folder) }
        let lines = outcome.output.split(separator: "\n")
        let heading = try #require(lines.firstIndex(of: "slowest:"))
        #expect(lines[heading + 1].contains("of it in ./"))
        #expect(lines[heading + 2].hasPrefix("the views:"))
    }

    // MARK: Selection

    @Test func `What failed last is run again, until it passes`() throws {
        let (first, folder) = try run(["a.yaml": Self.passing, "b.yaml": Self.failing], ".")
        defer { remove(folder) }
        #expect(first.status == 1)
        #expect(try text(folder + "/.viewfinder/.gitignore") == "*\n")
        let again = try run(in: folder, ". --last-failed").outcome
        #expect(again.output.contains("0 passed, 1 failed") && again.status == 1)
        // What is run meanwhile does not make it forget.
        #expect(try run(in: folder, "a.yaml").outcome.status == 0)
        let mended = try run(["b.yaml": Self.passing], in: folder, ". --last-failed").outcome
        #expect(mended.output.contains("1 passed, 0 failed") && mended.status == 0)
        let none = try run(in: folder, ". --last-failed").outcome
        #expect(none.status == 3)
        #expect(none.output.contains("no scenario to run in .; none failed in the last run"), "\(none.output)")
    }

    @Test func `Only what a change touches is run, where git tells`() throws {
        let (outside, folder) = try run(
            [
                "a.yaml": Self.passing, "s/b.yaml": Self.passing,
                "s/c.yaml": "scenario: C\nsteps:\n  - include: shared/part.yaml\n  - snapshot: it\n",
                "s/shared/part.yaml": "- open: /settings\n", "page.html": "",
            ], ". --update missing")
        defer { remove(folder) }
        #expect(outside.status == 0)
        let git = "git -c user.name=x -c user.email=x@example.org -c commit.gpgsign=false"
        let start = try Command.run(
            "/bin/sh", ["-c", "cd '\(folder)' && git init -q . && git add -A && \(git) commit -qm x"])
        try #require(start.status == 0, "\(start.errors)")
        func cases(_ change: String, _ arguments: String = ". --only-changed") throws -> [String] {
            let outcome = try Command.run("/bin/sh", ["-c", "cd '\(folder)' && \(change)"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try run(in: folder, arguments).outcome.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }
                .map { String($0.split(separator: " ")[1]) }
        }
        let none = try run(in: folder, ". --only-changed").outcome
        #expect(none.status == 3)
        #expect(none.output.contains("nothing that they need has changed since HEAD"), "\(none.output)")
        #expect(try cases("echo '# x' >> s/b.yaml") == ["./s/b.yaml"])
        #expect(try cases("echo '# x' >> s/shared/part.yaml") == ["./s/b.yaml", "./s/c.yaml"])
        #expect(try cases("git checkout -q . && echo x >> s/__snapshots__/c/new.txt") == ["./s/c.yaml"])
        #expect(try cases("rm s/__snapshots__/c/new.txt && cp a.yaml new.yaml") == ["./new.yaml"])
        #expect(try cases("echo x > page.html").count == 4)
        #expect(try cases("git add -A && \(git) commit -qm y", "s --only-changed=HEAD~1").count == 2)
        let unknown = try run(in: folder, ". --only-changed=nowhere").outcome
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("git knows no commit \"nowhere\""), "\(unknown.errors)")
    }

    @Test func `Without git that is told`() throws {
        let (outcome, folder) = try run(
            ["a.yaml": Self.passing], environment: "GIT_CEILING_DIRECTORIES=/ GIT_DIR=/nowhere", ". --only-changed")
        defer { remove(folder) }
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("--only-changed needs git, and this folder is in no checkout"), "\(outcome.errors)")
    }

    @Test func `Shards share the cases, and repeated runs count once`() throws {
        let rows = (1...12).map { "  - { n: \($0) }\n" }.joined()
        let table = "scenario: Rows ${n}\ntable:\n\(rows)steps:\n  - open: /settings\n"
        let (all, folder) = try run(["a.yaml": table], "a.yaml --repeat 3 --workers 2")
        defer { remove(folder) }
        #expect(all.output.contains("12 passed, 0 failed"))
        let counts = try (1...3).map { number in
            try run(in: folder, "a.yaml --shard \(number)/3").outcome.output.split(separator: "\n")
                .count { $0.hasPrefix("ok ") }
        }
        #expect(counts.reduce(0, +) == 12 && !counts.contains(12))
        let wrong = try run(in: folder, "a.yaml --shard 4/3").outcome
        #expect(wrong.status == 2)
    }

    // MARK: Ends

    @Test func `An interrupted run ends its report, says what was not run, and leaves 130`() throws {
        let path = try #require(viewfinder.path)
        let rows = (1...9000).map { "  - { n: \($0) }\n" }.joined()
        let (_, folder) = try run(
            ["a.yaml": "scenario: Row ${n}\ntable:\n\(rows)steps:\n  - open: /settings\n"], "a.yaml:3 --reporter json=x"
        )
        defer { remove(folder) }
        for workers in [1, 2] {
            let command = """
                cd '\(folder)'; CI= '\(path)' test a.yaml --workers \(workers) --reporter tap=tap.txt > out.txt & process=$!
                while ! grep -q ok out.txt; do sleep 0.05; done
                kill -INT $process; wait $process; code=$?; exit $code
                """
            let outcome = try Command.run("/bin/sh", ["-c", command])
            #expect(outcome.status == 130, "\(outcome.errors)")
            let report = try text(folder + "/out.txt")
            let ending = try #require(
                report.firstMatch(of: #/interrupted\n([0-9]+) passed, 0 failed, ([0-9]+) not run in/#))
            #expect((Int(ending.1) ?? 0) + (Int(ending.2) ?? 0) == 9000)
            #expect(try text(folder + "/tap.txt").hasSuffix("Bail out! interrupted, \(ending.2) not run\n"))
        }
    }

    @Test func `Nothing to run is an end of its own`() throws {
        let (outcome, folder) = try run(["notes.txt": ""], ".")
        defer { remove(folder) }
        #expect(outcome.status == 3)
        #expect(outcome.output == "no scenario to run in .\n")
        let help = try viewfinder.run("test", "--help").output
        for code in ["Exit code 0:", " 1:", " 2:", " 3:", " 130:"] { #expect(help.contains(code), "\(help)") }
    }

    // MARK: Artefacts

    @Test func `What a failing page was like is kept, and goes with the next run`() throws {
        let (outcome, folder) = try run(["a.yaml": Self.passing, "b.yaml": Self.failing], ". --artifacts kept")
        defer { remove(folder) }
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\n  kept in kept/"), "\(outcome.output)")
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder + "/kept").filter { !$0.hasPrefix(".") }
        #expect(kept.count == 1)
        let place = folder + "/kept/" + (kept.first ?? "")
        #expect(try text(place + "/frame.txt").contains("Ada"))
        #expect(try text(place + "/frame.ansi").contains("Ada"))
        #expect(try text(place + "/frame.svg").hasPrefix("<svg "))
        #expect(try text(place + "/trace.jsonl").contains("Nowhere"))
        #expect(try text(place + "/page.html").contains("value=\"Ada\""))
        #expect(try text(place + "/failure.txt").hasPrefix("./b.yaml:6:5: expect"))
        #expect(try text(place + "/state.json").contains("\"name\":\"Ada\""))
        let diffs = try text(place + "/diffs.jsonl").split(separator: "\n")
        #expect(diffs.contains { $0.contains("\"diff\":{") } && diffs.contains { $0.contains("\"event\":\"") })
        #expect(diffs.allSatisfy { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) != nil })
        #expect(try run(in: folder, "a.yaml --artifacts kept").outcome.status == 0)
        #expect(!FileManager.default.fileExists(atPath: place))
    }

    @Test func `A folder that no run has made is left alone`() throws {
        let (outcome, folder) = try run(["a.yaml": Self.passing, "mine/x.txt": "x"], "a.yaml --artifacts mine")
        defer { remove(folder) }
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("The folder mine holds files that no run has put there"), "\(outcome.errors)")
        #expect(try text(folder + "/mine/x.txt") == "x")
        let usual = try run(["b.yaml": Self.failing], in: folder, environment: "CI=true", "b.yaml").outcome
        #expect(usual.output.contains("kept in artifacts/b.yaml"), "\(usual.output)")
        // What cannot be kept is an error of its own.
        let forbidden = try run(in: folder, "b.yaml --artifacts a.yaml").outcome
        #expect(forbidden.status == 2, "\(forbidden.errors)")
    }
}
