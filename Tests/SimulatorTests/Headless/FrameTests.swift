import HTMLTree
import LiveProtocol
import TestSupport
import Testing
import TextLayout

@testable import Simulator

@Suite struct FrameTests {
    private static let paragraphs = (1...40).map { #"<p id="p\#($0)">Line \#($0)</p>"# }.joined()

    /// The first row with a text, as the person sees it.
    private func top(_ bench: Bench) -> String {
        let frame = bench.simulator.frame()
        return (0..<frame.size.rows).map(frame.text(ofRow:)).first { !$0.isEmpty } ?? ""
    }

    @Test func aFrameHasTheSizeAndTheBannerDigit() throws {
        let bench = Bench(#"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p><p>Rest</p>"#)
        let frame = bench.simulator.frame()
        #expect(frame.size == Size(columns: 40, rows: 12))
        #expect(frame.text.contains("Saved"))
        #expect(frame.text.contains("1"))
        #expect(frame.text.contains("Rest"))
    }

    @Test func keysScrollThePage() throws {
        let bench = Bench(Self.paragraphs, rows: 5)
        #expect(top(bench).contains("Line 1"))
        try bench.press("down down")
        #expect(bench.simulator.scrollRow == 2)
        try bench.press("end")
        #expect(bench.simulator.scrollRow == bench.simulator.pageHeight - 5)
        #expect(try !bench.press("down"))
        try bench.press("pageup")
        #expect(bench.simulator.scrollRow == bench.simulator.pageHeight - 9)
        try bench.press("home")
        #expect(bench.simulator.scrollRow == 0)
        bench.simulator.wheel(by: 3, at: Position(column: 0, row: 0))
        #expect(bench.simulator.scrollRow == 3)
        bench.simulator.scroll(by: -10)
        #expect(bench.simulator.scrollRow == 0)
    }

    @Test func theFocusIsScrolledIntoView() throws {
        let bench = Bench(Self.paragraphs + #"<input id="a"><p>After</p>"#, rows: 6)
        try bench.press("tab")
        let frame = bench.simulator.frame()
        let cursor = try #require(frame.cursor)
        #expect((0..<6).contains(cursor.row))
        #expect(bench.simulator.scrollRow > 0)
        // The person may scroll away, and typing brings it back.
        bench.simulator.scroll(by: -1000)
        #expect(bench.simulator.frame().cursor == nil)
        #expect(bench.simulator.scrollRow == 0)
        try bench.press("x")
        #expect(bench.simulator.frame().cursor != nil)
    }

    @Test func aBannerOutOfViewIsShownAtTheTop() throws {
        let banner = #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>"#
        let bench = Bench(banner + Self.paragraphs + #"<input id="a">"#)
        #expect(bench.simulator.frame().text.contains("Saved"))
        try bench.press("end")
        #expect(bench.simulator.frame().text.contains("Saved"))
        #expect(bench.simulator.frame().text.contains("Line 40"))
        #expect(bench.simulator.frame().text(ofRow: 0).contains("[1]"))
        // A click there is a click on the banner.
        bench.simulator.click(at: Position(column: 3, row: 1))
        #expect(bench.host.events.last?.event == "lv:clear-flash")
    }

    @Test func aBannerAtTheTopCoversWhatIsUnderItWhole() {
        let lines = String(repeating: "<div>abcdefgh abcdefgh 漢字 abcdefgh abcdefgh</div>", count: 40)
        let banner =
            #"<p class="alert alert-info" role="alert" phx-click="lv:clear-flash" phx-value-key="info">Saved.</p>"#
        let frame = Bench(lines + banner, columns: 76, rows: 11).simulator.frame()
        #expect(
            (0..<4).map(frame.text(ofRow:)) == [
                "╭─ i info ─────────────────────────────────────────────────────────────[1]─╮",
                "│ Saved.                                                                   │",
                "╰──────────────────────────────────────────────────────────────────────────╯",
                "abcdefgh abcdefgh 漢字 abcdefgh abcdefgh",
            ])
    }

    @Test func aBannerThatIsCutByTheEdgeIsShownWhole() throws {
        let banner = #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>"#
        let bench = Bench(banner + Self.paragraphs)
        bench.simulator.scroll(by: 2)
        let frame = bench.simulator.frame()
        #expect(frame.text(ofRow: 0).contains("[1]"))
        #expect(frame.text(ofRow: 1).contains("Saved"))
    }

    @Test func whatABannerCoversGetsNoLabel() throws {
        let banner = #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>"#
        let links = (1...30).map { #"<a href="/\#($0)">Link \#($0)</a><br>"# }.joined()
        let bench = Bench(banner + links)
        try bench.press("end f")
        let labelled = try #require(bench.simulator.hints?.labels.keys)
        let texts = labelled.map { bench.document.textContent(of: $0) }
        #expect(texts.contains("Saved"))
        #expect(texts.contains("Link 30"))
        let frame = bench.simulator.frame().text
        for node in labelled where bench.document.name(of: node) == "a" {
            let label = try #require(bench.simulator.hints?.labels[node])
            #expect(frame.contains(label + "nk " + bench.document.textContent(of: node).dropFirst(5)))
        }
    }

    @Test(arguments: 0..<40)
    func nothingShowsThroughBannersAtTheTop(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["abc", "漢字", "x", "<b style='background:red'>bold</b>", "<input value=v size=9>", "👩‍🚀", "é"]
        let lines = (0..<60).map { _ in
            "<div>" + (0..<6).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ") + "</div>"
        }
        let columns = Int.random(in: 20...90, using: &random)
        let rows = Int.random(in: 9...40, using: &random)
        let margin = Int.random(in: 0...5, using: &random)
        let banners = (0..<Int.random(in: 1...3, using: &random)).map { number in
            """
            <p class="flash" style="margin:0 \(margin)ch" phx-click="lv:clear-flash" phx-value-key="k\(number)">QQ</p>
            """
        }
        let bench = Bench(lines.joined() + banners.joined(), columns: columns, rows: rows)
        let bare = Bench(lines.joined() + banners.joined(), columns: columns, rows: 400)
        bench.simulator.scroll(by: Int.random(in: 0...20, using: &random))
        let frame = bench.simulator.frame()
        let page = bare.simulator.frame()
        let pins = bench.simulator.page.window.pinnedRows
        #expect(pins.count == min(rows / 3 / 3, banners.count) * 3)
        for row in 0..<rows {
            // Each row is one row of the page and of nothing else: of a banner at the top, below that where it is scrolled to.
            let source = row < pins.count ? pins[row] : bench.simulator.scrollRow + row
            // The last of the banners says how many have no room.
            let isCounting = row == pins.count - 1 && pins.count < banners.count * 3
            let columns = isCounting ? columns - 11 : columns
            #expect(frame.row(row).prefix(columns) == page.row(source).prefix(columns), "row \(row)")
        }
    }

    @Test func aBannerIsNotShownOverTheFieldThatIsFilledIn() throws {
        let banner = #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>"#
        let bench = Bench(banner + #"<p>Text</p>"# + Self.paragraphs + #"<input id="a">"# + Self.paragraphs)
        try bench.press("tab")
        bench.simulator.scroll(by: 9)
        let frame = bench.simulator.frame()
        #expect(try #require(frame.cursor?.row) < 3)
        #expect(!frame.text.contains("Saved"))
    }

    @Test func theCursorIsBehindWhatWasTyped() throws {
        let bench = Bench(#"<input id="a">"#)
        try bench.press("tab")
        let before = try #require(bench.simulator.frame().cursor)
        try bench.press("日 a")
        let after = try #require(bench.simulator.frame().cursor)
        #expect(after == Position(column: before.column + 3, row: before.row))
    }

    @Test func resizeKeepsThePlace() throws {
        let text = String(repeating: "word ", count: 20)
        let html = (1...30).map { "<p>\($0). \(text)</p>" }.joined()
        let bench = Bench(html, columns: 60, rows: 8)
        _ = bench.simulator.frame()
        let target = try bench.one("p:nth-of-type(15)")
        bench.simulator.scroll(by: try #require(bench.simulator.page.window.rows(of: target)).lowerBound)
        #expect(top(bench).hasPrefix("15."))
        bench.simulator.resize(Size(columns: 30, rows: 8))
        #expect(top(bench).hasPrefix("15."))
        bench.simulator.resize(Size(columns: 90, rows: 20))
        #expect(top(bench).hasPrefix("15."))
    }

    @Test(arguments: [(0, 0), (1, 1), (-3, 5), (500, 200)])
    func anySizeIsTaken(columns: Int, rows: Int) throws {
        let bench = Bench(Self.paragraphs + #"<input id="a">"#, columns: columns, rows: rows)
        try bench.press("tab f escape")
        #expect(bench.simulator.frame().size == Size(columns: max(1, columns), rows: max(1, rows)))
    }

    @Test func hintsLabelWhatCanBePressed() throws {
        let bench = Bench(
            #"<button id="b" phx-click="go">Go</button> <input id="a"> <a id="l" href="/x">Link</a><button disabled>No</button>"#
        )
        _ = bench.simulator.frame()
        try bench.press("f")
        let hints = try #require(bench.simulator.hints)
        #expect(Set(hints.labels.keys) == [try bench.one("#b"), try bench.one("#a"), try bench.one("#l")])
        #expect(bench.simulator.keyHelp.map(\.group) == [.hints, .hints, .hints])
        try bench.press(try #require(hints.labels[try bench.one("#a")]))
        #expect(bench.focus == "a")
        #expect(bench.simulator.hints == nil)
        try bench.press("escape f")
        let again = try #require(bench.simulator.hints)
        try bench.press(try #require(again.labels[try bench.one("#b")]))
        #expect(bench.host.eventList == ["go "])
        try bench.press("escape")
        try bench.press("f escape")
        #expect(bench.simulator.hints == nil)
    }

    @Test func aClickFocusesActivatesAndPutsTheCaret() throws {
        let bench = Bench(
            #"<form phx-change="c"><input id="a" name="a" value="hello"></form><button id="b" phx-click="go">Go</button>"#
        )
        let field = try #require(bench.simulator.rectangles(of: try bench.one("#a")).first)
        try bench.press("tab home")
        let start = try #require(bench.simulator.frame().cursor)
        bench.simulator.click(at: Position(column: start.column + 2, row: start.row))
        #expect(bench.focus == "a")
        #expect(bench.document.selection(of: try bench.one("#a")) == 2..<2)
        #expect(field.rows.contains(start.row))
        let button = try #require(bench.simulator.rectangles(of: try bench.one("#b")).first)
        bench.simulator.click(at: Position(column: button.origin.column + 1, row: button.origin.row))
        #expect(bench.host.eventList == ["go "])
        #expect(bench.focus == "b")
        bench.simulator.click(at: Position(column: 39, row: 11))
        #expect(bench.focus == nil)
    }

    @Test func aClickOnABannerLeavesTheFocus() throws {
        let bench = Bench(
            #"<p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p><input id="a">"#)
        try bench.press("tab")
        let banner = try #require(bench.simulator.rectangles(of: try bench.one("p")).first)
        bench.simulator.click(at: Position(column: banner.origin.column + 2, row: banner.origin.row + 1))
        #expect(bench.host.eventList == ["lv:clear-flash info"])
        #expect(bench.focus == "a")
    }

    @Test func anUnchangedPageIsNotPaintedAgain() throws {
        let bench = Bench(Self.paragraphs)
        let first = bench.simulator.frame()
        let clock = ContinuousClock()
        // Of several rounds one at least is not disturbed, on the busiest machine.
        let ratios = (0..<20).map { _ in
            let unchanged = clock.measure { for _ in 0..<100 { _ = bench.simulator.frame() } }
            let changed = clock.measure {
                for columns in 0..<100 {
                    bench.simulator.resize(Size(columns: 40 + columns % 2, rows: 5))
                    _ = bench.simulator.frame()
                }
            }
            bench.simulator.resize(first.size)
            _ = bench.simulator.frame()
            return unchanged / changed
        }
        #expect(bench.simulator.frame() == first)
        #expect(ratios.min().map { $0 < 0.5 } == true, "frames of an unchanged page cost \(ratios) of painting anew")
    }
}
