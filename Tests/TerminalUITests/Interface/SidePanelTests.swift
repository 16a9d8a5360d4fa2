import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

/// A panel of somebody else's beside the page.
@Suite struct SidePanelTests {
    private final class Notes: SidePanel {
        var title = "Notes"
        var lines = (1...40).map { SidePanelLine("line \($0)", isMarked: $0 == 40) }
        var note: String? = "so far"
        var takesMarks = false
        var marks: [[Position]] = []
        var answers: [String] = []
        var asksInTheEnd = false

        let keys = [
            SidePanelKey([Key(.function(2)), Key(.function(2), .alt)], "mark", "mark something"),
            SidePanelKey([Key(.function(6))], "name", "name something"),
        ]

        func press(_ key: Key) -> SidePanelQuestion? {
            guard key == Key(.function(6)) else {
                takesMarks = true
                return nil
            }
            return SidePanelQuestion("Name") { self.answers.append($0) }
        }

        func mark(from start: Position, to end: Position) { marks.append([start, end]) }

        var lastQuestion: SidePanelQuestion? {
            asksInTheEnd ? SidePanelQuestion("Title", text: "Old") { self.answers.append($0) } : nil
        }
    }

    private let notes = Notes()

    private func interface(columns: Int = 120, rows: Int = 20) -> Interface {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(
            host: FakeHost(html: #"<p>Hello</p><label>Name <input name="name"></label>"#), clock: VirtualClock(),
            size: size)
        simulator.open("/")
        var options = TerminalOptions()
        options.sidePanel = notes
        return Interface(simulator: simulator, size: size, options: options) { .zero }
    }

    private func press(_ keys: String, on interface: Interface) throws -> Reaction {
        var reaction = Reaction.none
        for key in try Key.sequence(keys) { reaction = interface.handle(.key(key)) }
        return reaction
    }

    @Test func `the newest lines stand beside the page, with note and keys below them`() {
        let text = interface().frame().text
        #expect(text.contains("Hello"))
        #expect(text.contains("╭─ Notes ─"))
        #expect(text.contains("line 40") && !text.contains("line 9 "))
        #expect(text.contains("so far"))
        #expect(text.contains("f2\u{A0}mark") || text.contains("f2 mark"))
    }

    @Test func `a terminal that is too small for both shows the page`() {
        let text = interface(columns: 40, rows: 8).frame().text
        #expect(text.contains("Hello") && !text.contains("Notes"))
    }

    @Test func `the inspector takes its place while it is shown`() throws {
        let interface = interface()
        _ = try press("f12", on: interface)
        #expect(interface.frame().text.contains("2 Elements"))
        _ = try press("f12", on: interface)
        #expect(interface.frame().text.contains("line 40"))
    }

    @Test func `its keys work in fields, and are in the help`() throws {
        let interface = interface(columns: 120, rows: 60)
        #expect(try press("tab f2", on: interface) == .none)
        #expect(notes.takesMarks)
        _ = try press("f1", on: interface)
        #expect(interface.frame().text.contains("mark something"))
    }

    @Test func `a question is answered in a line at the foot, and its keys do nothing else`() throws {
        let interface = interface()
        _ = try press("f6 q a", on: interface)
        #expect(interface.frame().text.contains("Name: qa"))
        _ = try press("enter", on: interface)
        #expect(notes.answers == ["qa"])
        _ = try press("f6 z escape", on: interface)
        #expect(notes.answers == ["qa"])
    }

    @Test func `what is asked in the end is answered before the session ends`() throws {
        notes.asksInTheEnd = true
        let interface = interface()
        #expect(try press("q", on: interface) == .none)
        #expect(try press("escape", on: interface) == .none)
        #expect(try press("q backspace w enter", on: interface) == .quit)
        #expect(notes.answers == ["Olw"])
        #expect(try press("ctrl+q ctrl+q", on: interface) == .quit)
        #expect(notes.answers == ["Olw", "Old"])
    }

    @Test func `the mouse marks on the page where the panel wants that`() throws {
        let interface = interface()
        notes.takesMarks = true
        let press = try #require(MouseEvent(code: 0, column: 3, row: 2, isRelease: false))
        let release = try #require(MouseEvent(code: 0, column: 6, row: 2, isRelease: true))
        _ = interface.handle(.mouse(press))
        _ = interface.handle(.mouse(release))
        #expect(notes.marks == [[Position(column: 0, row: 0), Position(column: 3, row: 0)]])
    }
}
