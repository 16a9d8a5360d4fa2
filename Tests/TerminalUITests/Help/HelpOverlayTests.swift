import Testing
import TextLayout

@testable import TerminalUI

@Suite struct HelpOverlayTests {
    private let lines = [
        HelpLine(keys: "x alt+x", does: "dismiss the newest banner", group: "Banners"),
        HelpLine(keys: "tab", does: "next field", group: "Moving"),
        HelpLine(keys: "q", does: "quit", group: "Viewfinder"),
    ]

    @Test func `Help shows all keys in their groups, in the middle`() {
        var frame = Frame(size: Size(columns: 50, rows: 14))
        HelpOverlay(lines: lines).draw(into: &frame, scroll: 0)
        #expect(
            frame.text == """

                   ╭─ Keys ──────────────────────────────────╮
                   │ Banners                                 │
                   │   x alt+x   dismiss the newest banner   │
                   │                                         │
                   │ Moving                                  │
                   │   tab       next field                  │
                   │                                         │
                   │ Viewfinder                              │
                   │   q         quit                        │
                   ╰─ any other key closes ──────────────────╯
                """)
    }

    @Test func `Help that does not fit is scrolled`() {
        let help = HelpOverlay(lines: lines)
        let size = Size(columns: 50, rows: 8)
        #expect(help.lastScroll(in: size) == 3)
        var frame = Frame(size: size)
        help.draw(into: &frame, scroll: 3)
        #expect(frame.text.contains("quit"))
        #expect(!frame.text.contains("Banners"))
        #expect(frame.text.contains("100%"))
    }

    @Test func `Keys that are text are none where text is typed`() {
        let editing = PanelKeyMap.Context(takesPrintableKeys: true, showsInspector: false)
        let keys = PanelKeys.standard.help(in: editing).map(\.keys)
        #expect(keys == ["f1", "f12 ctrl+o", "ctrl+q", "alt+/", "ctrl+p", "alt+p", "f9", "ctrl+l", "ctrl+z"])
    }
}
