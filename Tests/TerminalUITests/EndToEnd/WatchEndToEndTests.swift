import Foundation
import TestSupport
import Testing

/// Scenarios that are edited while they are watched in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct WatchEndToEndTests {
    private static let passing = "scenario: Passes\nsteps:\n  - open: /settings\n"

    private let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func watch(with program: String) throws -> Tmux {
        let terminal = try Tmux(columns: 100, rows: 30)
        try terminal.command("clear; CI= \(program) test \(folder.path) --watch; echo status $?")
        return terminal
    }

    @Test func `An edited file is run again, and keys run, filter, write and quit`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(Self.passing, to: "a.yaml")
        try write(Self.passing + "  - snapshot: page\n", to: "b.yaml")
        let terminal = try watch(with: Product.viewfinder ?? "")
        try terminal.waitFor("2 passed, 0 failed")
        try write(Self.passing + "  - expect: Nowhere to be seen\n", to: "a.yaml")
        try terminal.waitFor("1 passed, 1 failed")
        let screen = try terminal.waitFor("wanted  text \"Nowhere to be seen\"")
        #expect(screen.contains("a.yaml changed"))
        try write("scenario: Half\nsteps:\n  - op", to: "a.yaml")
        try terminal.waitFor("nothing was run")
        try write(Self.passing, to: "a.yaml")
        try terminal.waitFor("2 passed, 0 failed")
        let picture = folder.appending(path: "__snapshots__/b/page.txt")
        try Data("another picture\n".utf8).write(to: picture)
        try terminal.waitFor("1 passed, 1 failed")
        try terminal.press("u")
        try terminal.waitFor("2 passed, 0 failed")
        #expect(try String(contentsOf: picture, encoding: .utf8).hasPrefix("80x24"))
        try terminal.press("p")
        try terminal.waitFor("Only cases named:")
        try terminal.type("b.yaml")
        try terminal.press("Enter")
        try terminal.waitFor("1 passed, 0 failed")
        try terminal.press("q")
        try terminal.waitFor("status 0")
        #expect(try terminal.fact("alternate_on") == "0")
    }

    @Test func `When the program was built anew, the new one takes its place and runs all`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let greeter = try #require(Program("Greeter").path)
        try write("scenario: Greets\nsteps:\n  - open: /\n  - expect: Hello, world\n", to: "greets.yaml")
        let program = folder.appending(path: "greeter")
        try FileManager.default.copyItem(atPath: greeter, toPath: program.path)
        let terminal = try watch(with: program.path)
        try terminal.waitFor("1 passed, 0 failed")
        try terminal.press("a")
        try terminal.waitFor("last run: all cases")
        let newer = folder.appending(path: "newer")
        try FileManager.default.copyItem(atPath: greeter, toPath: newer.path)
        #expect(rename(newer.path, program.path) == 0)
        try terminal.waitFor("last run: the start")
        try terminal.waitFor("1 passed, 0 failed")
        try terminal.press("q")
        try terminal.waitFor("status 0")
    }
}
