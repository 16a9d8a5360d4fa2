import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct TimeLineTests {
    private static let page = """
        <title>Greeting</title><p>Hello</p><label>Name <input name="name"></label>\
        <label>Secret <input type="password" name="word"></label>
        """

    private func interface(
        columns: Int = 60, rows: Int = 18, html: String = page, isLive: Bool = false,
        history: PageHistory? = PageHistory()
    ) -> Interface {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(host: FakeHost(html: html, isLive: isLive), clock: VirtualClock(), size: size)
        simulator.open("/hello")
        let interface = Interface(simulator: simulator, size: size, history: history) { .zero }
        _ = interface.frame()
        return interface
    }

    /// Presses keys one by one, with a picture after each.
    @discardableResult
    private func press(_ keys: String, on interface: Interface) throws -> String {
        for key in try Key.sequence(keys) {
            _ = interface.handle(.key(key))
            _ = interface.frame()
        }
        return interface.frame().text
    }

    /// - Parameter code: The button or the wheel, as a terminal reports it.
    private func mouse(_ code: Int, column: Int, row: Int, on interface: Interface) throws {
        let event = try #require(MouseEvent(code: code, column: column + 1, row: row + 1, isRelease: false))
        _ = interface.handle(.mouse(event))
    }

    @Test func `each step shows the page as it was and what made it so`() throws {
        let interface = interface()
        try press("tab A d a", on: interface)
        let opened = try press("alt+t", on: interface)
        #expect(opened.contains("as it was"))
        #expect(opened.contains("5 of 5"))
        #expect(opened.contains("key a"))
        #expect(opened.contains("Ada"))
        let before = try press("left", on: interface)
        #expect(before.contains("4 of 5"))
        #expect(before.contains("key d"))
        #expect(before.contains("Ad"))
        #expect(!before.contains("Ada"))
        #expect(try press("home", on: interface).contains("opened /hello"))
        #expect(try press("left", on: interface).contains("1 of 5"))
        #expect(try press("right right", on: interface).contains("3 of 5"))
        #expect(try press("end", on: interface).contains("5 of 5"))
        let present = try press("escape", on: interface)
        #expect(!present.contains("as it was"))
        #expect(present.contains("Ada"))
    }

    @Test func `it opens within a field, and its keys are in the status line`() throws {
        let interface = interface(columns: 90)
        let text = try press("tab alt+t", on: interface)
        #expect(text.split(separator: "\n").last?.contains("left moment before") == true)
        #expect(text.contains("as it was"))
        // No key reaches the page meanwhile.
        try press("x y g", on: interface)
        #expect(try press("escape", on: interface).contains("as it was") == false)
        #expect(!interface.frame().text.contains("xy"))
    }

    @Test func `what is typed into a password field is not told`() throws {
        let interface = interface()
        try press("tab tab s", on: interface)
        let text = try press("alt+t", on: interface)
        #expect(text.contains("a key that is not told"))
        #expect(!text.contains("key s"))
    }

    @Test func `the page of the present goes on, and the line says so`() throws {
        let interface = interface()
        try press("tab alt+t", on: interface)
        let field = try #require(interface.simulator.document.activeElement)
        for text in ["x", "xyz"] {
            try interface.simulator.fill(field, with: text)
            _ = interface.frame()
        }
        let text = interface.frame().text
        #expect(text.contains("2 of 4"))
        #expect(text.contains("+2 since"))
        #expect(!text.contains("xyz"))
        #expect(try press("end", on: interface).contains("4 of 4"))
    }

    @Test func `c marks what changed against the moment before`() throws {
        let interface = interface()
        try press("tab A alt+t", on: interface)
        let plain = interface.frame()
        try press("c", on: interface)
        let marked = interface.frame()
        #expect(plain.text == marked.text)
        let changed = plain.cells.indices.filter { plain.cells[$0].style != marked.cells[$0].style }
        #expect(!changed.isEmpty)
        #expect(changed.contains { marked.cells[$0].text == "A" })
        try press("c", on: interface)
        #expect(interface.frame() == plain)
    }

    @Test func `it says why a moment cannot be the present again`() throws {
        let interface = interface()
        try press("tab A alt+t", on: interface)
        let text = try press("left enter", on: interface)
        #expect(text.contains("server elsewhere"))
        #expect(text.contains("as it was"))
        #expect(try !press("end enter", on: interface).contains("as it was"))
    }

    @Test func `a click on a mark shows that moment, and the wheel scrolls the page as it was`() throws {
        let interface = interface(rows: 12)
        try press("tab A b c d alt+t", on: interface)
        let lines = interface.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("6 of 6") })
        try mouse(0, column: 4, row: row, on: interface)
        #expect(interface.frame().text.contains("3 of 6"))
        let before = interface.frame().text
        try mouse(65, column: 4, row: 2, on: interface)
        #expect(interface.frame().text != before)
        try mouse(64, column: 4, row: 2, on: interface)
        #expect(interface.frame().text == before)
    }

    @Test func `without a history there is no key for it`() throws {
        let interface = interface(history: nil)
        #expect(try !press("alt+t", on: interface).contains("as it was"))
        #expect(!interface.helpLines.contains { $0.keys.contains("alt+t") })
    }

    @Test(arguments: [(20, 6), (40, 12), (80, 24), (120, 40), (200, 5)])
    func `it fits every terminal`(columns: Int, rows: Int) throws {
        let interface = interface(columns: max(columns, 20), rows: max(rows, 6))
        try press("tab A d a alt+t left tab down pagedown", on: interface)
        #expect(interface.frame().size == Size(columns: max(columns, 20), rows: max(rows, 6)))
        interface.resize(Size(columns: 30, rows: 10))
        #expect(interface.frame().text.contains("4 of"))
        interface.resize(Size(columns: 10, rows: 3))
        _ = interface.frame()
    }

    @Test func `a moment that was forgotten meanwhile gives way to the oldest that is kept`() throws {
        let interface = interface(history: PageHistory(limit: 1))
        try press("tab A alt+t left", on: interface)
        let field = try #require(interface.simulator.document.activeElement)
        for text in ["a", "ab", "abc", "abcd"] {
            try interface.simulator.fill(field, with: text)
            _ = interface.frame()
        }
        let text = try press("left", on: interface)
        let numbers = interface.history?.moments.map(\.number) ?? []
        #expect(text.contains("\(numbers.first ?? 0) of \(numbers.last ?? 0)"))
    }
}
