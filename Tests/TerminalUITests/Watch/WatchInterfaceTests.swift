import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct WatchInterfaceTests {
    private final class FakeSuite: WatchedSuite {
        var report = WatchReport(
            mood: .failed, summary: "3 passed, 1 failed", status: "waiting for changes of 5 files",
            text:
                "a.yaml:4:5: expect: Saved\n  wanted  text \"Saved\"\n  found   no such text\n      1 |Name [        ]",
            filter: "")
        var nextLook = Duration.milliseconds(300)
        var isOver = false
        var commands: [WatchCommand] = []
        var looks: [Duration] = []

        func start(wake: @escaping @Sendable () -> Void) {}
        func update(at time: Duration) { looks.append(time) }
        func perform(_ command: WatchCommand) { commands.append(command) }
    }

    private let suite = FakeSuite()

    private func interface(columns: Int = 80, rows: Int = 12) -> WatchInterface {
        WatchInterface(suite: suite, size: Size(columns: columns, rows: rows))
    }

    @discardableResult
    private func press(_ keys: String, on interface: WatchInterface) throws -> Reaction {
        var reaction = Reaction.none
        for key in keys.split(separator: " ") { reaction = interface.handle(.key(try Key(String(key)))) }
        return reaction
    }

    @Test func `The summary is on top, failures in full below, keys at the foot`() {
        let lines = interface().frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == " ✗ 3 passed, 1 failed")
        #expect(lines[1] == " waiting for changes of 5 files")
        #expect(lines[2].hasPrefix("╭─ Scenarios ─"))
        #expect(lines[3].hasPrefix("│ a.yaml:4:5: expect: Saved"))
        #expect(lines[6].hasPrefix("│       1 |Name ["))
        #expect(lines[11].hasPrefix(" a all  f failed  u write snapshots"))
        #expect(lines[11].hasSuffix("? help  q quit"))
    }

    @Test func `Keys ask for runs`() throws {
        let interface = interface()
        try press("a f u enter", on: interface)
        #expect(suite.commands == [.runAll, .runFailed, .updateSnapshots, .runAgain])
        #expect(try press("q", on: interface) == .quit)
    }

    @Test func `A name is typed at the foot; escape leaves all as it was`() throws {
        let interface = interface()
        try press("p f a backspace q", on: interface)
        #expect(interface.frame().text.contains("Only cases named: fq"))
        #expect(interface.frame().cursor != nil)
        #expect(suite.commands.isEmpty)
        try press("enter", on: interface)
        #expect(suite.commands == [.filter("fq")])
        try press("p x escape", on: interface)
        #expect(suite.commands == [.filter("fq")])
        #expect(try press("p ctrl+q", on: interface) == .quit)
    }

    @Test func `News is shown when it comes, and the place one read at stays`() throws {
        let interface = interface()
        suite.report.text = (1...50).map { "line \($0)" }.joined(separator: "\n")
        interface.passTime(to: .seconds(1))
        #expect(suite.looks == [.seconds(1)])
        try press("down down", on: interface)
        #expect(interface.frame().text.contains("│ line 3 "))
        suite.report.summary = "4 passed, 0 failed"
        suite.report.mood = .passed
        suite.report.filter = "Ada"
        interface.passTime(to: .seconds(2))
        let text = interface.frame().text
        #expect(text.hasPrefix(" ✓ 4 passed, 0 failed"))
        #expect(text.contains("named \"Ada\""))
        #expect(text.contains("│ line 3 "))
        try press("end", on: interface)
        #expect(interface.frame().text.contains("│ line 50 "))
    }

    @Test func `It ends when the program was built anew`() {
        let events = ScriptedEvents([])
        suite.isOver = true
        let loop = SessionLoop(
            interface: interface(), screen: Screen(device: FakeDevice(columns: 80, rows: 12)), events: events,
            now: { .zero })
        #expect(loop.run() == nil)
    }

    @Test func `What a report quotes cannot act on the terminal, in any size`() {
        suite.report.text = "a\u{1B}[31m.yaml\n     1 |\u{202E}"
        suite.report.summary = "\u{1B}]2;title\u{07}"
        for (columns, rows) in [(1, 1), (20, 6), (33, 7), (200, 60)] {
            let frame = interface(columns: columns, rows: rows).frame()
            let isVisible = frame.cells.allSatisfy { VisibleText.make($0.text) == $0.text }
            #expect(isVisible)
        }
    }
}
