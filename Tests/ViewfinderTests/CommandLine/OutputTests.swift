import Foundation
import TestSupport
import Testing

@Suite("What the program writes")
struct OutputTests {
    private let viewfinder = Program("viewfinder")

    /// Control characters but ends of lines, and signs that turn the direction of text.
    private func hasHarm(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    @Test(
        "quotes nothing that could act on a terminal",
        arguments: [
            ["\u{1B}]0;x\u{7}"], ["test", "\u{1B}[31mx"], ["render", "/\u{202E}x"], ["--op\u{1B}tion"],
            ["render", "/settings", "--size", "\u{9B}31m"], ["render", "/settings", "--as", "\u{1B}c"],
            ["test", "--lint", "\u{1B}=error"], ["test", "--lint", "join=\u{1B}"], ["test", "--set", "\u{1B}"],
            ["test", "--update", "\u{1B}"], ["template", "\u{1B}.html"],
            ["template", "/etc/passwd", "--data", "\u{1B}"],
            ["template", "/etc/passwd", "--root", "/\u{1B}"], ["open", "a", "\u{1B}"],
            ["test", "--tag", "\u{1B}", "\(Checkout.root.path)/Scenarios/settings.yaml"],
            ["test", "--name", "\u{1B}", "\(Checkout.root.path)/Scenarios/settings.yaml"],
            ["test", "--set", "\u{1B}=x", "\(Checkout.root.path)/Scenarios/settings.yaml"],
        ])
    func arguments(arguments: [String]) throws {
        let outcome = try viewfinder.run(arguments)
        #expect(!hasHarm(outcome.output + outcome.errors), "\(outcome.output + outcome.errors)")
        #expect(outcome.status == 2)
        #expect(!(outcome.output + outcome.errors).isEmpty)
    }

    @Test(
        "keeps what it quotes on one line, and short",
        arguments: [
            ["x\nError: forged"], ["test", "x\nError: forged"], ["--x\nError: forged"],
            ["render", "/settings", "--size", "x\nError: forged"], ["template", "x\nError: forged"],
        ])
    func lines(arguments: [String]) throws {
        let outcome = try viewfinder.run(arguments)
        #expect(!(outcome.output + outcome.errors).contains("\nError: forged"))
        let long = try viewfinder.run(
            arguments.map { $0.replacing("\nError: forged", with: String(repeating: "y", count: 20_000)) })
        #expect((long.output + long.errors).utf8.count < 6000)
        #expect((long.output + long.errors).contains("more bytes)"))
    }

    @Test("makes names in scenarios, steps, pages and dumps visible, and lets none forge a line")
    func scenarios() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = #"""
            scenario: "\e]0;owned\a\nok    forged"
            table: [{ case: "\e[2J" }, { case: "\nok    forged" }]
            steps:
              - open: /settings
              - fill: { label: Name, with: "\u202E\e[31m" }
              - dump: html
              - expect: "\e]0;x\a\nok    forged"
            """#
        try text.write(to: folder.appendingPathComponent("a.yaml"), atomically: true, encoding: .utf8)
        let outcome = try viewfinder.run("test", folder.path)
        #expect(outcome.status == 1)
        #expect(!hasHarm(outcome.output), "\(outcome.output)")
        #expect(!outcome.output.contains("\nok    forged"))
        let wrong = "scenario: a\nsteps:\n  - \"\\e]0;x\\a\": x\n  - open: /\n    \"\\e[1m\": y\n"
        try wrong.write(to: folder.appendingPathComponent("a.yaml"), atomically: true, encoding: .utf8)
        let problems = try viewfinder.run("test", folder.path)
        #expect(problems.status == 2)
        #expect(!hasHarm(problems.output), "\(problems.output)")
    }

    @Test("writes data as it is when no person looks at it")
    func data() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a.html")
        let text = "a\u{1B}[1m\tb\u{202E}\r\nc" + String(repeating: "x", count: 200_000)
        try text.write(to: file, atomically: true, encoding: .utf8)
        let page = try viewfinder.run("template", file.path)
        #expect(page.output.replacing("\r\n", with: "\n") == text.replacing("\r\n", with: "\n"))
    }

    @Test(
        "says by its exit code when it could not write",
        arguments: [
            "--help", "views", "render /settings", "render /settings --as html", "open /settings",
            "test Scenarios/settings.yaml",
            "test nowhere.yaml", "template Sources/Gallery/Views/Flash/flash.html", "test --help",
        ])
    func fullDisk(command: String) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full"), let path = viewfinder.path else { return }
        let outcome = try Command.run("/bin/sh", ["-c", "cd \(Checkout.root.path) && \(path) \(command) > /dev/full"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("The output cannot be written: No space left on device."), "\(outcome.errors)")
        let closed = try Command.run("/bin/sh", ["-c", "cd \(Checkout.root.path) && \(path) \(command) >&-"])
        #expect(closed.status == 2)
    }
}
