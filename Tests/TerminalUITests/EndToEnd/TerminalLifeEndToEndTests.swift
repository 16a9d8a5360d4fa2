import Foundation
import TestSupport
import Testing

/// The terminal is given back as it was found, however the program ends.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct TerminalLifeEndToEndTests {
    private let program = Product.viewfinder ?? ""

    /// Where the started program leaves its number.
    private let processFile = NSTemporaryDirectory() + "viewfinder-\(UUID().uuidString)"

    /// A terminal in which the program runs, and after it a comparison of the line discipline before and after.
    private func start(_ environment: String = "") throws -> Tmux {
        let terminal = try Tmux()
        let run = "sh -c 'echo $$ >\(processFile); exec env \(environment) \(program) open /settings'"
        try terminal.command("clear; m=$(stty -a); \(run); s=$?; [ \"$m\" = \"$(stty -a)\" ] && echo same $s")
        try terminal.waitFor("Name")
        #expect(try terminal.fact("alternate_on") == "1")
        return terminal
    }

    private func expectGivenBack(_ terminal: Tmux, status: Int) throws {
        try terminal.waitFor("same \(status)")
        #expect(try terminal.fact("alternate_on") == "0")
        #expect(try terminal.fact("cursor_flag") == "1")
        #expect(try terminal.fact("mouse_any_flag") == "0")
    }

    private func send(_ signal: Int32) throws {
        let number = try String(contentsOfFile: processFile, encoding: .utf8)
        let process = try #require(Int32(number.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(kill(process, signal) == 0)
    }

    @Test func `Quitting gives it back with status 0`() throws {
        let terminal = try start()
        try terminal.press("C-q")
        try expectGivenBack(terminal, status: 0)
    }

    @Test func `ctrl+c gives it back with status 130`() throws {
        let terminal = try start()
        try terminal.press("C-c")
        try expectGivenBack(terminal, status: 130)
    }

    @Test("A signal gives it back with 128 and its number", arguments: [SIGTERM, SIGHUP, SIGINT])
    func endsBySignal(signal: Int32) throws {
        let terminal = try start()
        try send(signal)
        try expectGivenBack(terminal, status: 128 + Int(signal))
    }

    @Test("A crash gives it back and still is a crash", arguments: [SIGSEGV, SIGILL, SIGABRT])
    func endsByCrash(signal: Int32) throws {
        let terminal = try start("SWIFT_BACKTRACE=enable=no")
        try send(signal)
        try expectGivenBack(terminal, status: 128 + Int(signal))
    }

    @Test func `ctrl+z gives it back, and fg paints the page anew`() throws {
        let terminal = try Tmux(command: "PS1='$ ' bash --norc")
        try terminal.waitFor("$")
        try terminal.command("clear; \(program) open /settings")
        try terminal.waitFor("Name")
        try terminal.press("Tab")
        try terminal.type("Ada")
        try terminal.waitFor("Ada")
        try terminal.press("C-z")
        try terminal.waitFor("Stopped")
        #expect(try terminal.fact("alternate_on") == "0")
        #expect(try terminal.fact("cursor_flag") == "1")
        try terminal.command("fg")
        try terminal.waitFor("Ada")
        #expect(try terminal.fact("alternate_on") == "1")
        try terminal.type("!")
        try terminal.waitFor("Ada!")
        try terminal.press("C-q")
    }

    @Test func `A terminal that will not do is refused with status 2 and the reason`() throws {
        let terminal = try Tmux()
        try terminal.command("clear; TERM=no-such-terminal \(program) open /settings; echo status $?")
        try terminal.waitFor("status 2")
        #expect(try terminal.screen().contains("no-such-terminal"))
    }

    @Test func `A window that is too small at the start waits until it is larger`() throws {
        let terminal = try Tmux()
        try terminal.resize(columns: 15, rows: 24)
        try terminal.command("clear; \(program) open /settings; echo status $?")
        try terminal.waitFor("needed")
        try terminal.resize(columns: 60, rows: 20)
        try terminal.waitFor("[ Save ]")
        try terminal.press("C-q")
        try terminal.waitFor("status 0")
    }

    @Test func `With NO_COLOR there is no colour`() throws {
        let terminal = try start("NO_COLOR=1")
        try terminal.press("Tab")
        try terminal.press("Enter")
        try terminal.waitFor("Name cannot be blank.")
        let colors = try terminal.styledScreen().matches(of: /\u{1B}\[[0-9;]*?(3[0-7]|4[0-7]|9[0-7]|38|48)[;m]/)
        #expect(colors.isEmpty)
    }
}
