import Foundation
import TestSupport
import Testing

@Suite struct PlayCommandTests {
    private let viewfinder = Program("viewfinder")
    private let settings = Checkout.root.appending(path: "Scenarios/settings.yaml").path
    private let folder = FileManager.default.temporaryDirectory.appending(path: "play-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func `Without a terminal the pictures are printed, one after the other`() throws {
        let outcome = try viewfinder.run("play", settings)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let output = outcome.output
        #expect(output.hasPrefix("\(settings)  Saving the settings  (passed)\n"))
        #expect(output.contains("\n3 of 12  settings.yaml:7  submit: Save\n  /settings  at 0ms"))
        #expect(output.contains("  |╭─ ✗ error ─"))
        #expect(output.contains("\n12 of 12  "))
        let rest = try viewfinder.run("play", settings, "--step", "11").output
        #expect(!rest.contains("10 of 12") && rest.contains("11 of 12") && rest.contains("12 of 12"))
    }

    @Test func `A trace is played as the scenario was, on a machine without it`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try viewfinder.run("test", settings, "--trace", folder.path)
        #expect(run.status == 0, "\(run.output)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let name = try #require(names.first)
        #expect(names.count == 1 && name.hasSuffix(".trace.jsonl"))
        let played = try viewfinder.run("play", folder.appending(path: name).path)
        #expect(played.output == (try viewfinder.run("play", settings).output))
    }

    @Test func `A row of a table is played by its line`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = """
            scenario: "Names: ${name}"
            table:
              - { name: Ada }
              - { name: Grace }
            steps:
              - open: /settings
              - fill: { label: Name, with: "${name}" }
            """
        let file = try write(text, to: "names.yaml")
        #expect(try viewfinder.run("play", file).output.contains("Names: Ada"))
        let second = try viewfinder.run("play", "\(file):4").output
        #expect(second.contains("Names: Grace") && !second.contains("Names: Ada"))
    }

    @Test func `What cannot be played is told, with exit code 2`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let trace = try write("{\"viewfinder-trace\":1}\n", to: "a.trace.jsonl")
        let wrong = try write("scenario: Wrong\nsteps:\n  - opne: /\n", to: "wrong.yaml")
        let skipped = try write("scenario: Skipped\nskip: not yet\nsteps:\n  - open: /\n", to: "skipped.yaml")
        for (arguments, words) in [
            ([trace], "a.trace.jsonl:1: clock: expected a text, found nothing"),
            ([wrong], "wrong.yaml:3:5: unknown step \"opne\""),
            ([skipped], "all cases are skipped"),
            ([folder.path], "play takes one file"),
            ([folder.path + "/none.yaml"], "there is no such file"),
            ([settings, "--step", "13"], "there are only 12 steps"),
            ([settings, "--step", "0"], "--step counts from 1"),
            ([settings, "--pace", "0"], "--pace takes a number from 0.01 to 100"),
        ] {
            let outcome = try viewfinder.run(["play"] + arguments)
            #expect(outcome.status == 2, "\(arguments)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test func `Traces that cannot be written fail the run, and watching needs a terminal`() throws {
        let run = try viewfinder.run("test", settings, "--trace", "/dev/null/traces")
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot be written"), "\(run.errors)")
        let watch = try viewfinder.run("test", settings, "--watch")
        #expect(watch.status == 2)
        #expect(watch.errors.contains("--watch needs a terminal"), "\(watch.errors)")
        let covered = try viewfinder.run("test", settings, "--watch", "--coverage")
        #expect(covered.status == 2)
        #expect(covered.errors.contains("--watch and --coverage do not go together"), "\(covered.errors)")
    }
}
