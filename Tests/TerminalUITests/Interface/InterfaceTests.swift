import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct InterfaceTests {
    private static let page = """
        <title>Greeting</title><p>Hello</p><label>Name <input name="name"></label>\
        <p><a href="/other">Other</a></p>
        """

    private func interface(
        columns: Int = 50, rows: Int = 9, html: String = page, path: String = "/hello"
    ) -> Interface {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(host: FakeHost(html: html), clock: VirtualClock(), size: size)
        simulator.open(path)
        return Interface(simulator: simulator, size: size) { .zero }
    }

    private func press(_ name: String, on interface: Interface) throws -> Reaction {
        interface.handle(.key(try Key(name)))
    }

    @Test func `The page stands in a panel over the keys that work`() {
        let text = interface().frame().text
        #expect(text.hasPrefix("╭─ Greeting  /hello ─"))
        #expect(text.contains("│ Hello "))
        #expect(text.hasSuffix("q quit"))
    }

    @Test func `The cursor is in the field that has the focus`() throws {
        let interface = interface()
        #expect(interface.frame().cursor == nil)
        _ = try press("tab", on: interface)
        let before = try #require(interface.frame().cursor)
        _ = interface.handle(.key(Key(.character("é"))))
        let after = try #require(interface.frame().cursor)
        #expect(after == Position(column: before.column + 1, row: before.row))
        #expect(interface.frame()[before.column, before.row].text == "é")
    }

    @Test func `Outside fields q quits, in a field it is a letter, and ctrl+q quits anywhere`() throws {
        let interface = interface()
        #expect(try press("q", on: interface) == .quit)
        _ = try press("tab", on: interface)
        #expect(try press("q", on: interface) == .none)
        #expect(interface.frame().text.contains("q"))
        #expect(try press("ctrl+q", on: interface) == .quit)
    }

    @Test func `While labels are shown, letters are the labels' own`() throws {
        let interface = interface()
        _ = try press("f", on: interface)
        #expect(interface.simulator.hints != nil)
        #expect(try press("q", on: interface) == .none)
    }

    @Test func `Help leaves the lines that have what is typed, and Escape closes it`() throws {
        let interface = interface(columns: 100, rows: 60)
        _ = try press("?", on: interface)
        #expect(interface.frame().text.contains("type to find, Esc closes"))
        #expect(interface.frame().cursor == nil)
        for key in ["r", "e", "d", "r", "a", "w"] { #expect(try press(key, on: interface) == .none) }
        let text = interface.frame().text
        #expect(text.contains("draw everything anew") == false)
        #expect(text.contains("with redraw: no key"))
        for _ in 0..<2 { _ = try press("backspace", on: interface) }
        for _ in 0..<2 { _ = try press("backspace", on: interface) }
        for key in ["l", "o", "a", "d"] { _ = try press(key, on: interface) }
        #expect(interface.frame().text.contains("reload the page"))
        #expect(!interface.frame().text.contains("scroll"))
        _ = try press("escape", on: interface)
        #expect(!interface.frame().text.contains("reload the page"))
    }

    @Test func `Help that does not fit is scrolled by arrows and not closed`() throws {
        let interface = interface()
        _ = try press("f1", on: interface)
        let top = interface.frame().text
        _ = try press("down", on: interface)
        #expect(interface.frame().text != top)
        _ = try press("end", on: interface)
        #expect(interface.frame().text.contains("100%"))
        _ = try press("escape", on: interface)
        #expect(interface.frame().text.contains("Hello"))
    }

    @Test func `Over the help ctrl+q still quits`() throws {
        let interface = interface()
        _ = try press("f1", on: interface)
        #expect(try press("ctrl+q", on: interface) == .quit)
    }

    @Test(arguments: ["f12", "ctrl+o"])
    func `The inspector comes and goes by its keys, and the page stays usable`(key: String) throws {
        let interface = interface(columns: 120, rows: 30)
        _ = try press(key, on: interface)
        #expect(interface.frame().text.contains("1 State  2 Elements  3 Events"))
        #expect(interface.simulator.size.columns == 68)
        _ = try press("f6", on: interface)
        _ = try press("tab", on: interface)
        _ = interface.handle(.paste("Ada"))
        #expect(interface.frame().text.contains("Ada"))
        _ = try press(key, on: interface)
        #expect(!interface.frame().text.contains("2 Elements"))
        #expect(interface.simulator.size.columns == 116)
        #expect(interface.frame().text.contains("Ada"))
    }

    @Test func `In a tiny terminal the inspector is alone and escape closes it`() throws {
        let interface = interface(columns: 20, rows: 6)
        _ = try press("f12", on: interface)
        #expect(!interface.frame().text.contains("Hello"))
        _ = try press("down", on: interface)
        _ = try press("escape", on: interface)
        #expect(interface.frame().text.contains("Hello"))
    }

    @Test func `A click in the page reaches what is under it`() throws {
        let interface = interface()
        let lines = interface.frame().text.split(separator: "\n")
        let row = try #require(lines.firstIndex { $0.contains("Name") })
        let click = try #require(MouseEvent(code: 0, column: 12, row: row + 1, isRelease: false))
        _ = interface.handle(.mouse(click))
        let release = try #require(MouseEvent(code: 0, column: 12, row: row + 1, isRelease: true))
        _ = interface.handle(.mouse(release))
        #expect(interface.simulator.isEditing)
    }

    @Test func `The wheel scrolls what is under it`() throws {
        let rows = (0..<50).map { "<p>Row \($0)</p>" }.joined()
        let interface = interface(html: "<title>Rows</title>" + rows)
        _ = interface.frame()
        let wheel = try #require(MouseEvent(code: 65, column: 5, row: 4, isRelease: false))
        _ = interface.handle(.mouse(wheel))
        #expect(interface.simulator.scrollRow == 3)
        #expect(interface.frame().text.split(separator: "\n")[0].contains("%"))
    }

    @Test func `The mouse can be left to the terminal`() throws {
        let interface = interface()
        #expect(try press("m", on: interface) == .mouse(false))
        #expect(interface.frame().text.contains("the mouse is the terminal's"))
        #expect(try press("m", on: interface) == .mouse(true))
    }

    @Test func `A window made too small says so and gives the page back when it grows`() throws {
        let interface = interface()
        _ = try press("tab", on: interface)
        _ = interface.handle(.paste("Ada"))
        interface.resize(Size(columns: 10, rows: 3))
        #expect(interface.frame().text.hasPrefix("20x6"))
        #expect(try press("x", on: interface) == .none)
        interface.resize(Size(columns: 50, rows: 9))
        #expect(interface.frame().text.contains("Ada"))
        #expect(!interface.frame().text.contains("Adax"))
    }

    @Test func `The title of the window is the page's, tamed`() {
        #expect(interface().title == "Greeting")
        #expect(interface(html: "<title>a&#27;]0;b</title>").title == "a␛]0;b")
        #expect(interface(html: "<p>untitled").title == "/hello")
        #expect(interface(html: "<title>" + String(repeating: "x", count: 100_000)).title.count < 200)
    }

    @Test func `A lost connection is told as long as it lasts, and that it is back until the next key`() throws {
        let clock = VirtualClock()
        let network = Network(to: FakeHost(html: "<p>Hello</p>", isLive: true), clock: clock)
        let size = Size(columns: 60, rows: 9)
        let simulator = Simulator(host: network, clock: clock, size: size)
        simulator.open("/hello")
        let interface = Interface(simulator: simulator, size: size) { .zero }
        #expect(!interface.frame().text.contains("cannot be reached"))
        network.goDown()
        interface.passTime(to: .seconds(1))
        _ = try press("tab", on: interface)
        #expect(interface.frame().text.contains("✗ the server cannot be reached"))
        network.comeUp()
        interface.passTime(to: .seconds(10))
        #expect(interface.frame().text.contains("! the server is there again"))
        _ = try press("tab", on: interface)
        #expect(!interface.frame().text.contains("there again"))
    }
}
