import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

/// The inspector as it stands beside and below a page, worked by keys and by the mouse.
@Suite struct InspectorFrameTests {
    private static let page = """
        <title>Settings</title><style>label { color: red; box-shadow: none }</style><main id=main class="card wide">\
        <h1>Settings</h1><form id=form phx-submit=save phx-change=validate><label>Name <input name=name value=Ada></label>\
        <label>Word <input type=password name=word value=hunter22></label><button>Save</button></form></main>
        """

    private func interface(
        columns: Int = 80, rows: Int = 24, html: String = page, target: ((NodeID) -> String?)? = nil
    ) -> Interface {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(host: FakeHost(html: html), clock: VirtualClock(), size: size)
        simulator.open("/settings")
        var options = TerminalOptions()
        options.target = target
        return Interface(simulator: simulator, size: size, options: options) { .zero }
    }

    @discardableResult
    private func press(_ names: String, on interface: Interface) throws -> Reaction {
        var reaction = Reaction.none
        for name in names.split(separator: " ") { reaction = interface.handle(.key(try Key(String(name)))) }
        return reaction
    }

    private func lines(_ interface: Interface, in area: Rect?) -> [String] {
        guard let area else { return [] }
        let frame = interface.frame()
        return area.rows.map { row in
            var text = area.columns.map { frame[$0, row].text }.joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    @Test func `below the page, the elements are a tree`() throws {
        let interface = interface()
        try press("f12 2", on: interface)
        let shown = lines(interface, in: interface.layout.inspector)
        #expect(shown.first?.contains(#/ 1 State  2 Elements  3 Events ─+ 76x\d+ at 0,0 ─/#) == true)
        #expect(
            shown.dropFirst().joined(separator: "\n") == """
                │ ▾ html                                                                       │
                │   ▸ head                                                                     │
                │   ▾ body                                                                     │
                │     ▾ main#main.card.wide                                                    │
                │         h1 "Settings"                                                        │
                │       ▾ form#form phx-submit=save phx-change=validate                        │
                │         ▾ label                                                              │
                ╰──────────────────────────────────────────────────────────────────────────────╯
                """)
        #expect(interface.frame().text.contains("p pick  y copy  Y selector  c styles"))
    }

    @Test func `beside the page, the elements are a tree`() throws {
        let interface = interface(columns: 120, rows: 40)
        try press("f12 2", on: interface)
        #expect(
            lines(interface, in: interface.layout.inspector).joined(separator: "\n") == """
                ╭─ 1 State  2 Elements  3 Events ──────────────╮
                │ ▾ html                                       │
                │   ▸ head                                     │
                │   ▾ body                                     │
                │     ▾ main#main.card.wide                    │
                │         h1 "Settings"                        │
                │       ▾ form#form phx-submit=save phx-change…│
                │         ▾ label                              │
                │             "Name"                           │
                │             input name=name "Ada"            │
                │         ▾ label                              │
                │             "Word"                           │
                │             input type=password name=word "•…│
                │           button "Save"                      │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                │                                              │
                ╰──────────────────────────────────────────────╯
                """)
    }

    @Test func `the selected element is outlined on the page, and scrolled into view`() throws {
        let interface = interface(html: (0..<60).map { "<p id=p\($0)>Row \($0)</p>" }.joined())
        try press("f12 2 end right end", on: interface)
        #expect(interface.inspector?.highlights.count == 1)
        let frame = interface.frame()
        #expect(frame.text.contains("Row 59"))
        let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.hasPrefix("│ Row 59") })
        #expect(frame[2, row].style.background == .role(.selection))
        try press("1", on: interface)
        #expect(interface.frame()[2, row].style.background != .role(.selection))
    }

    @Test func `an element is picked by a click, which the page does not hear`() throws {
        let interface = interface()
        try press("f12 p", on: interface)
        let lines = interface.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("Save") })
        let column = try #require(lines[row].range(of: "Save")).lowerBound
        let click = try #require(
            MouseEvent(
                code: 0, column: lines[row].distance(from: lines[row].startIndex, to: column) + 1, row: row + 1,
                isRelease: false))
        _ = interface.handle(.mouse(click))
        #expect(interface.simulator.document.activeElement == nil)
        #expect(self.lines(interface, in: interface.layout.inspector).contains { $0.contains("button \"Save\"") })
        #expect(try press("Y", on: interface) == .copy("button"))
    }

    @Test func `an element is picked by its label`() throws {
        let interface = interface()
        try press("f12 p", on: interface)
        #expect(interface.frame().text.contains("letters pick by label"))
        #expect(try press("f", on: interface) == .none)
        #expect(!interface.frame().text.contains("letters pick by label"))
        #expect(interface.inspector?.highlights.isEmpty == false)
        #expect(try press("Y", on: interface) != .none)
    }

    @Test func `an element is copied as a scenario's target, else as a selector`() throws {
        let interface = interface { _ in "Name" }
        try press("f12 2 end", on: interface)
        #expect(try press("y", on: interface) == .copy("Name"))
        #expect(interface.frame().text.contains("copied Name"))
        let without = self.interface()
        try press("f12 2 end", on: without)
        #expect(try press("y", on: without) == .none)
        #expect(without.frame().text.contains("no target means this element alone"))
        #expect(try press("Y", on: without) == .copy("button"))
    }

    @Test func `the styles of the selected element are told with their origin and its box`() throws {
        let interface = interface(columns: 120, rows: 40)
        try press("f12 2", on: interface)
        try press("/", on: interface)
        _ = interface.handle(.paste("label"))
        try press("enter c", on: interface)
        let text = lines(interface, in: interface.layout.inspector).joined(separator: "\n")
        #expect(text.contains(" color: red  style 1:1, label"))
        #expect(text.contains("Box, in cells") && text.contains("content"))
        #expect(text.contains("box-shadow: none  style 1:1, label"))
        try press("c", on: interface)
        #expect(lines(interface, in: interface.layout.inspector).contains { $0.contains("main#main") })
        try press("i", on: interface)
        #expect(lines(interface, in: interface.layout.inspector).contains { $0.contains("Ignored on this page") })
    }

    @Test func `a password is shown neither in the tree nor among the attributes`() throws {
        let interface = interface(columns: 120, rows: 40)
        try press("f12 2", on: interface)
        try press("/", on: interface)
        _ = interface.handle(.paste("[type=password]"))
        try press("enter", on: interface)
        #expect(lines(interface, in: interface.layout.inspector).contains { $0.contains("type=password") })
        #expect(!interface.frame().text.contains("hunter22"))
        try press("c", on: interface)
        #expect(lines(interface, in: interface.layout.inspector).contains { $0.contains("value  ••••••") })
        #expect(!interface.frame().text.contains("hunter22"))
    }

    @Test func `the focus is the inspector's or the page's, and the border shows whose`() throws {
        let interface = interface()
        try press("f12", on: interface)
        let area = try #require(interface.layout.inspector)
        let focused = interface.frame()[area.origin.column, area.origin.row].style
        #expect(interface.frame().text.contains("e source"))
        try press("f6 tab", on: interface)
        #expect(interface.simulator.isEditing)
        #expect(interface.frame()[area.origin.column, area.origin.row].style != focused)
        try press("f6 2", on: interface)
        #expect(
            interface.simulator.document.value(of: try #require(interface.simulator.document.activeElement)) == "Ada")
        try press("escape x", on: interface)
        #expect(
            interface.simulator.document.value(of: try #require(interface.simulator.document.activeElement)) == "Adax")
    }

    @Test func `a click gives the focus, shows a pane, selects and folds a row`() throws {
        let interface = interface(columns: 120, rows: 40)
        try press("f12 f6", on: interface)
        let area = try #require(interface.layout.inspector)
        _ = interface.frame()
        func click(_ column: Int, _ row: Int) throws {
            let code = try #require(
                MouseEvent(
                    code: 0, column: area.origin.column + column + 1, row: area.origin.row + row + 1, isRelease: false))
            _ = interface.handle(.mouse(code))
            _ = interface.frame()
        }
        try click(15, 0)
        #expect(lines(interface, in: area).contains { $0.contains("html") })
        try click(10, 3)
        #expect(interface.inspector?.hasFocus == true)
        let before = lines(interface, in: area)
        try click(10, 3)
        #expect(lines(interface, in: area) != before)
    }

    @Test func `its share of the terminal is as wanted`() throws {
        let interface = interface(columns: 120, rows: 40)
        try press("f12", on: interface)
        let before = try #require(interface.layout.inspector?.size.columns)
        try press("> >", on: interface)
        #expect(try #require(interface.layout.inspector?.size.columns) == before + 12)
        try press("< < <", on: interface)
        #expect(try #require(interface.layout.inspector?.size.columns) < before)
        for _ in 0..<40 { try press("<", on: interface) }
        #expect(interface.layout.page != nil && interface.layout.inspector != nil)
        for _ in 0..<40 { try press(">", on: interface) }
        #expect(interface.layout.page != nil && interface.layout.inspector != nil)
    }

    @Test func `it still quits, suspends and helps`() throws {
        let interface = interface()
        #expect(try press("f12 q", on: interface) == .quit)
        #expect(try press("ctrl+z", on: interface) == .suspend)
        try press("f1", on: interface)
        #expect(interface.frame().text.contains("Inspector"))
    }

    @Test func `state says why it has none, and of a page elsewhere that it is the server's`() throws {
        let interface = interface()
        try press("f12", on: interface)
        #expect(lines(interface, in: interface.layout.inspector).contains { $0.contains("no view whose inside") })
        let size = Size(columns: 80, rows: 24)
        var settings = ClientSettings()
        settings.isRemote = true
        let simulator = Simulator(
            host: FakeHost(html: Self.page), clock: VirtualClock(), size: size, settings: settings)
        simulator.open("/")
        let remote = Interface(simulator: simulator, size: size) { .zero }
        try press("f12", on: remote)
        #expect(lines(remote, in: remote.layout.inspector).contains { $0.contains("State is the server's") })
    }

    @Test func `nothing of a page of any size is gone through for a key`() throws {
        let rows = (0..<20_000).map { "<li id=i\($0)><b>\($0)</b> item" }.joined()
        let interface = interface(columns: 120, rows: 40, html: "<main><ul id=list>\(rows)</ul></main>")
        try press("f12 2", on: interface)
        _ = interface.frame()
        let clock = ContinuousClock()
        for key in ["end", "right", "down", "pagedown", "end", "up", "pageup", "left", "c", "c", "home", "end"] {
            let taken = try clock.measure {
                try press(key, on: interface)
                _ = interface.frame()
            }
            // Far more than it takes, for a debug build on a busy machine.
            #expect(taken < .seconds(1), "\(key)")
        }
    }
}
