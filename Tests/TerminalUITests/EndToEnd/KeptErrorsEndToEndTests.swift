import Foundation
import TestSupport
import Testing

/// What a program says as errors while its page is shown, in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct KeptErrorsEndToEndTests {
    private func start(_ path: String, settings: String = "") throws -> Tmux {
        let rogue = try #require(Program("Rogue").path)
        let terminal = try Tmux(columns: 110, rows: 30)
        try terminal.command("clear; TMPDIR=/tmp \(settings) \(rogue) open \(path); echo status $?")
        try terminal.waitFor("ends it")
        try terminal.press("e")
        return terminal
    }

    private func file(in screen: String) throws -> String {
        let match = try #require(screen.firstMatch(of: /what it said of it is in (\/tmp\/viewfinder-\d+-errors.txt)/))
        return String(match.output.1)
    }

    @Test func `A crash says in a line what failed, and names the file with all calls`() throws {
        let terminal = try start("/ends/trap/main", settings: "SWIFT_BACKTRACE=enable=yes,color=no")
        let screen = try terminal.waitFor("status 1")
        #expect(screen.contains("Index out of range"))
        #expect(!screen.contains("Thread 0"))
        #expect(try terminal.fact("alternate_on") == "0")
        let path = try file(in: screen)
        defer { unlink(path) }
        let told = try String(contentsOfFile: path, encoding: .utf8)
        #expect(told.contains("Index out of range"))
        #expect(told.contains("EndsView.handle"))
    }

    @Test func `What was said before an end that is none of its faults is told after it, and kept nowhere`() throws {
        let terminal = try start("/ends/exit/main")
        let screen = try terminal.waitFor("status 7")
        #expect(!screen.contains("errors.txt"))
    }

    @Test func `What a view writes to the error output stands behind the page, not in it`() throws {
        let terminal = try Tmux(columns: 110, rows: 30)
        let rogue = try #require(Program("Rogue").path)
        try terminal.command("clear; TMPDIR=/tmp \(rogue) open /says; echo status $?")
        try terminal.waitFor("says it")
        try terminal.press("e", "e")
        try terminal.press("q")
        let screen = try terminal.waitFor("status 0")
        #expect(screen.components(separatedBy: "a word of the view?[2J").count == 3)
        #expect(!screen.contains("errors.txt"))
    }
}
