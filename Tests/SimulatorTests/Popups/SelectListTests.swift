import HTMLTree
import Testing
import TextLayout

@testable import Simulator

@Suite struct SelectListTests {
    private static func page(_ options: String, attributes: String = "") -> String {
        """
        <form id="f" phx-change="change" phx-submit="save"><select id="s" name="s" \(attributes)>\(options)</select>\
        <input id="a" name="a"></form>
        """
    }

    private static let countries = """
        <option>Chad</option><optgroup label="Asia"><option>China</option><option disabled>Iran</option>\
        <option>Japan</option></optgroup>
        """

    private static let many = (1...40).map { "<option>Option \($0)</option>" }.joined()

    @Test(arguments: ["enter", "space", "alt+down"])
    func `A key opens the list, an arrow and Enter take an option by one change`(key: String) throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab \(key) down")
        #expect(bench.host.events.isEmpty, "nothing is chosen as long as the list is open")
        try bench.press("enter")
        #expect(bench.host.eventList == ["change s=China&_unused_a=&a="])
        #expect(!bench.simulator.selectList.isOpen)
    }

    @Test func `The list shows groups, what is chosen, and what cannot be`() throws {
        let bench = Bench(Self.page(Self.countries), columns: 40, rows: 12)
        try bench.press("tab enter")
        #expect(
            bench.simulator.frame().text.hasPrefix(
                """
                [Chad  ▾][                    ]
                ╭────────────╮
                │ • Chad     │
                │ Asia       │
                │     China  │
                │     Iran   │
                │     Japan  │
                ╰────────────╯
                """))
    }

    @Test func `Esc leaves all as it was`() throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab enter end escape")
        #expect(try bench.value("#s") == "Chad")
        #expect(bench.host.events.isEmpty)
        #expect(bench.focus == "s")
    }

    @Test func `Taking what is chosen already is no change`() throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab enter enter")
        #expect(bench.host.events.isEmpty)
    }

    @Test(arguments: [
        ("down down", "Japan"), ("end", "Japan"), ("j", "Japan"), ("c", "China"), ("c c", "Chad"), ("c h i", "China"),
        ("end up", "China"), ("i", "Chad"), ("pagedown", "Japan"), ("end home", "Chad"),
    ])
    func `Keys go about among the options that can be chosen`(keys: String, value: String) throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab enter \(keys) enter")
        #expect(try bench.value("#s") == value)
    }

    @Test func `Of more than fit, letters filter`() throws {
        let bench = Bench(Self.page(Self.many))
        try bench.press("tab enter 3 9")
        #expect(bench.simulator.frame().text.contains("╭─ /39 ─"))
        #expect(bench.simulator.frame().text.contains("│   Option 39 "))
        #expect(!bench.simulator.frame().text.contains("Option 38"))
        try bench.press("x")
        #expect(bench.simulator.frame().text.contains("no match"))
        try bench.press("backspace enter")
        #expect(bench.host.eventList == ["change s=Option+39&_unused_a=&a="])
    }

    @Test func `A long list says where in it one is, and follows`() throws {
        let bench = Bench(Self.page(Self.many), columns: 40, rows: 9)
        try bench.press("tab enter end")
        let text = bench.simulator.frame().text
        #expect(text.contains("40/40"))
        #expect(text.contains("Option 40"))
        #expect(!text.contains("Option 2 "))
    }

    @Test func `Of a multiple select the space bar ticks, and Enter takes all by one change`() throws {
        let bench = Bench(Self.page(Self.countries, attributes: "multiple"))
        try bench.press("tab enter space down space")
        #expect(bench.simulator.frame().text.contains("[x] China"))
        #expect(bench.host.events.isEmpty)
        try bench.press("enter")
        #expect(bench.host.eventList == ["change s=Chad&s=China&_unused_a=&a="])
        try bench.press("enter space escape")
        #expect(bench.host.events.count == 1)
    }

    @Test func `Tab takes the option and goes on`() throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab enter down tab")
        #expect(try bench.value("#s") == "China")
        #expect(bench.focus == "a")
    }

    @Test func `It keeps its place when the page is shown anew with the same options, and closes with others`() throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab enter down")
        bench.host.update("<p>News</p>" + Self.page(Self.countries))
        bench.simulator.advance(by: .zero)
        _ = bench.simulator.frame()
        #expect(bench.simulator.selectList.isOpen)
        try bench.press("down enter")
        #expect(try bench.value("#s") == "Japan")
        try bench.press("enter")
        bench.host.update(Self.page("<option>Chad</option><option>Kenya</option>"))
        bench.simulator.advance(by: .zero)
        _ = bench.simulator.frame()
        #expect(!bench.simulator.selectList.isOpen)
        try bench.press("enter")
        bench.host.update("<p>Gone</p>")
        bench.simulator.advance(by: .zero)
        #expect(bench.simulator.frame().text == "Gone")
    }

    @Test func `A click opens it, on an option takes that, beside it closes it`() throws {
        let bench = Bench(Self.page(Self.countries))
        bench.simulator.click(at: Position(column: 2, row: 0))
        #expect(bench.simulator.selectList.isOpen)
        bench.simulator.click(at: Position(column: 6, row: 4))
        #expect(try bench.value("#s") == "China")
        bench.simulator.click(at: Position(column: 2, row: 0))
        bench.simulator.click(at: Position(column: 30, row: 10))
        #expect(!bench.simulator.selectList.isOpen)
        #expect(bench.focus == "s", "the click went to the list alone")
        #expect(bench.host.events.count == 1)
    }

    @Test func `The help is that of the list`() throws {
        let bench = Bench(Self.page(Self.countries))
        try bench.press("tab")
        #expect(bench.simulator.keyHelp.contains { $0.keys == "enter space alt+down" && $0.does == "open the list" })
        try bench.press("enter")
        #expect(bench.simulator.keyHelp.first.map { "\($0.keys): \($0.does)" } == "enter space: take the option")
    }

    @Test(arguments: [
        // Wanted rows, the row of the anchor, the frame: where the list begins, and its rows.
        (5, 0, 12, 1, 5), (5, 11, 12, 6, 5), (20, 3, 12, 4, 8), (20, 8, 12, 0, 8), (8, 4, 9, 1, 8), (20, 4, 9, 0, 9),
    ])
    func `A list stands where there is room`(wanted: Int, anchor: Int, frame: Int, row: Int, rows: Int) {
        let area = PopupPlacement.area(
            for: Size(columns: 10, rows: wanted), at: Rect(column: 35, row: anchor, columns: 8, rows: 1),
            in: Size(columns: 40, rows: frame))
        #expect(area == Rect(column: 30, row: row, columns: 10, rows: rows))
    }
}
