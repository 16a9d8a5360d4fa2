import Foundation
import TestSupport
import Testing

/// Searching, copying and keys of one's own, in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct GettingAboutEndToEndTests {
    private let program = Product.viewfinder ?? ""

    @Test func `Text that is selected by keys is on tmux's clipboard`() throws {
        let terminal = try Tmux()
        try terminal.command("tmux set -g set-clipboard on; clear; \(program) open /settings; tmux show-buffer")
        try terminal.waitFor("Name")
        try terminal.press("v", "v", "w", "y")
        try terminal.waitFor("copied 12 characters (by OSC 52, which tmux takes")
        try terminal.press("C-q")
        try terminal.wait(for: "the copied text") { screen in
            screen.split(separator: "\n").contains("Settings")
        }
    }

    @Test func `A drag of the mouse sends the text by OSC 52, and motion is asked for only with a button down`() throws
    {
        let program = try TerminalProgram(program, ["open", "/settings"])
        #expect(program.waitFor("Name"))
        #expect(program.has("\u{1B}[?1002h"))
        #expect(!program.has("\u{1B}[?1003h"))
        program.forgetOutput()
        program.type("\u{1B}[<0;4;2M\u{1B}[<32;6;2M\u{1B}[<32;8;2M\u{1B}[<0;8;2m")
        #expect(program.waitFor("\u{1B}]52;c;"))
        program.type("q")
        #expect(program.waitForEnd() == 0)
        #expect(program.has("\u{1B}[?1002l"))
        #expect(program.damage().allSatisfy { $0.hasPrefix("title") })
    }

    @Test func `A file of one's own gives actions other keys, and its mistakes are told`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
        try "app.quit = Z\nsearch.open = ctrl+f\nno.such = x\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let terminal = try Tmux(columns: 100, rows: 24)
        try terminal.command("clear; \(program) open /settings --keys \(file.path); echo status $?")
        try terminal.waitFor(":3:1: unknown action no.such")
        try terminal.press("C-f")
        try terminal.waitFor("Search:")
        try terminal.type("name")
        try terminal.waitFor("1/")
        try terminal.press("Escape")
        try terminal.waitUntilGone("Search:")
        try terminal.waitFor("Z quit")
        try terminal.press("q", "Z")
        try terminal.waitFor("status 0")
    }
}
