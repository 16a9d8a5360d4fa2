import Testing
import TextLayout

@testable import TerminalUI

@Suite struct ChromeDrawingTests {
    private func panel(columns: Int, title: String, path: String, scroll: Int = 0, height: Int = 2) -> String {
        var frame = Frame(size: Size(columns: columns, rows: 4))
        PagePanel(title: title, path: path, scrollRow: scroll, pageHeight: height)
            .draw(into: &frame, area: Rect(column: 0, row: 0, columns: columns, rows: 4))
        return frame.text
    }

    @Test func `The page's border says title, path and how far down one is`() {
        #expect(
            panel(columns: 40, title: "Settings", path: "/settings", scroll: 1, height: 10) == """
                ╭─ Settings  /settings ────────── 12% ─╮
                │                                      │
                │                                      │
                ╰──────────────────────────────────────╯
                """)
    }

    static let headings: [(columns: Int, title: String, path: String, top: String)] = [
        (40, "", "/", "╭─ / ──────────────────────────────────╮"),
        (40, "A title that is far too long to fit", "/path", "╭─ A title that is fa…  /path ─────────╮"),
        (20, "Settings", "/settings/of/mine", "╭─ /settings/of/… ─╮"),
        (20, "漢字漢字漢字", "/", "╭─ / ──────────────╮"),
    ]

    @Test("Title and path share the border, and the title gives way first", arguments: headings)
    func shortensHeading(columns: Int, title: String, path: String, top: String) {
        #expect(panel(columns: columns, title: title, path: path).split(separator: "\n").first.map(String.init) == top)
    }

    private func status(columns: Int, page: [HelpLine], _ context: PanelKeyMap.Context) -> String {
        var frame = Frame(size: Size(columns: columns, rows: 1))
        StatusLine(page: page, essentials: PanelKeys.standard.essentials(in: context)).draw(into: &frame, row: 0)
        return frame.text
    }

    private let outside = PanelKeyMap.Context(takesPrintableKeys: false, showsInspector: false)
    private let editing = PanelKeyMap.Context(takesPrintableKeys: true, showsInspector: false)
    private let page = [
        HelpLine(keys: "1 alt+1", does: "dismiss banner 1", group: "Banners"),
        HelpLine(keys: "x", does: "dismiss the newest banner", group: "Banners"),
        HelpLine(keys: "enter", does: "press the button", group: "Acting"),
        HelpLine(keys: "tab", does: "next field", group: "Moving"),
    ]

    @Test func `The status line shows something of each group first, and how to leave`() {
        #expect(
            status(columns: 100, page: page, outside)
                == " 1 dismiss banner 1  enter press button  tab next field                 ? help  f12 inspect  q quit"
        )
        #expect(
            status(columns: 60, page: page, outside) == " 1 dismiss banner 1             ? help  f12 inspect  q quit")
    }

    @Test func `In a field the status line shows the keys that work there`() {
        #expect(
            status(columns: 60, page: Array(page.dropFirst(3)), editing)
                == " tab next field           f1 help  f12 inspect  ctrl+q quit")
    }

    @Test func `In a narrow terminal how to quit is the last to go`() {
        #expect(status(columns: 20, page: Array(page.dropFirst(2)), outside) == "     ? help  q quit")
    }

    static let bannerLines: [(columns: Int, isInField: Bool, line: String)] = [
        (60, true, " alt+1 dismiss banner 1   f1 help  f12 inspect  ctrl+q quit"),
        (40, false, " 1 dismiss  ? help  f12 inspect  q quit"),
        (40, true, " alt+1 dismiss     f1 help  ctrl+q quit"),
        (30, true, " alt+1 dismiss    ctrl+q quit"),
        (20, false, " 1 dismiss   q quit"),
        (20, true, " alt+1  ctrl+q quit"),
    ]

    @Test("The key that dismisses a banner is never dropped, however narrow the terminal", arguments: bannerLines)
    func keepsBannerKey(columns: Int, isInField: Bool, line: String) {
        var lines = page
        if isInField { lines[0].keys = "alt+1" }
        #expect(status(columns: columns, page: lines, isInField ? editing : outside) == line)
    }

    @Test("A box drawn over wide characters leaves no half of them")
    func coversWideCharacters() {
        var frame = Frame(columns: 9, lines: ["漢字漢字x", "漢字漢字x", "漢字漢字x"])
        frame.fill(Rect(column: 1, row: 0, columns: 4, rows: 3))
        frame.drawBox(Rect(column: 3, row: 0, columns: 3, rows: 3))
        #expect(frame.row(0).map(\.text) == [" ", " ", " ", "╭", "─", "╮", "字", "", "x"])
        var copy = Frame(size: Size(columns: 3, rows: 1))
        copy.copy(Frame(columns: 4, lines: ["漢字"]), into: Rect(column: 0, row: 0, columns: 3, rows: 1))
        #expect(copy.row(0).map(\.text) == ["漢", "", " "])
    }

    @Test func `A problem covers the status line, and as many rows above it as it needs, but not the page`() {
        var frame = Frame(columns: 30, lines: Array(repeating: String(repeating: ".", count: 30), count: 12))
        MessageBar(text: "event \"save\": \"age\" must be an integer, got \"abc\"", kind: .problem).draw(into: &frame)
        #expect(frame.text(ofRow: 9) == String(repeating: ".", count: 30))
        #expect(frame.text(ofRow: 10) == " ✗ event \"save\": \"age\" must")
        #expect(frame.text(ofRow: 11) == "   be an integer, got \"abc\"")
        MessageBar(text: String(repeating: "long ", count: 500), kind: .problem).draw(into: &frame)
        #expect(frame.text(ofRow: 7) == String(repeating: ".", count: 30))
        #expect(frame.text(ofRow: 11).hasSuffix("…"))
    }

    @Test("The words for a window that is too small fit into it")
    func tellsTooSmall() {
        #expect(
            TooSmallNotice.frame(size: Size(columns: 19, rows: 5)).text == """
                20x6 needed, not
                  19x5: make the
                  window larger.
                """)
        #expect(TooSmallNotice.frame(size: Size(columns: 1, rows: 1)).text == "2")
        #expect(TooSmallNotice.frame(size: Size(columns: 0, rows: 0)).size == Size(columns: 1, rows: 1))
    }
}
