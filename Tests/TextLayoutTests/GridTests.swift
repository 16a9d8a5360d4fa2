import Testing

@testable import TextLayout

/// Grids: tracks, places, areas.
@Suite struct GridTests {
    /// A grid of 24 columns with a letter in each item.
    private func grid(_ style: String, _ items: [String]) -> String {
        let letters = zip("abcdefghijklmnop", items).map { "<i style='\($1)'>\($0)</i>" }.joined()
        return Picture("<div style='display:grid;\(style)'>\(letters)</div>", columns: 24).text
    }

    @Test(arguments: [
        ("grid-template-columns: 4ch 1fr", 2, "a   b"),
        ("grid-template-columns: 1fr 2fr", 2, "a       b"),
        ("grid-template-columns: repeat(2, 3ch 5ch)", 4, "a  b    c  d"),
        ("grid-template-columns: minmax(0, 1fr) minmax(10ch, 2ch)", 2, "a             b"),
        ("grid-template-columns: 25% auto", 2, "a     b"),
        ("grid-template-columns: auto 1fr", 2, "ab"),
        ("grid-template-columns: max-content 1fr; column-gap: 2ch", 2, "a  b"),
        ("grid-template-columns: repeat(auto-fill, 6ch)", 5, "a     b     c     d\ne"),
        ("grid-template-columns: repeat(auto-fill, minmax(6ch, 1fr))", 2, "a     b"),
        ("grid-template-columns: repeat(auto-fit, minmax(6ch, 1fr))", 2, "a           b"),
        ("grid-template-columns: 4ch repeat(auto-fill, 10ch)", 3, "a   b         c"),
        ("grid-template-columns: calc(50% - 4ch) 1fr", 2, "a       b"),
        ("grid-template-columns: fit-content(6ch) 1fr", 2, "ab"),
        ("grid-template-columns: 4ch 4ch; justify-content: center", 2, "        a   b"),
        ("grid-template-columns: 4ch 4ch; justify-content: space-between", 2, "a                   b"),
        ("grid-template-columns: repeat(7, 1fr)", 8, "a  b  c  d  e   f   g\nh"),
        ("grid-template-columns: 1fr 1fr; justify-items: end", 2, "           a           b"),
        ("grid-template-columns: 1fr 1fr; place-items: center", 2, "     a           b"),
        ("grid-template: auto auto / 3ch 3ch", 4, "a  b\nc  d"),
        ("grid-auto-flow: column; grid-template-rows: auto auto; grid-auto-columns: 3ch", 5, "a  c  e\nb  d"),
        ("grid-template-columns: repeat(2, 4ch); row-gap: 1lh", 3, "a   b\n\nc"),
        ("grid-template-rows: 2lh 1lh", 2, "a\n\nb"),
        ("grid-template-columns: nonsense", 2, "a\nb"),
        ("grid-template-columns: repeat(1000000000, 1ch)", 3, "abc"),
    ])
    func `tracks share the room`(style: String, count: Int, expected: String) {
        #expect(grid(style, Array(repeating: "", count: count)) == expected)
    }

    @Test(arguments: [
        ("grid-template-columns: repeat(3, 4ch)", ["grid-column: 2", "", ""], "    a   b\nc"),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-column: span 2", "", ""], "a       b\nc"),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-column: 1 / -1", "", ""], "a\nb   c"),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-column: 2 / 4; grid-row: 2", "", ""], "b   c\n    a"),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-row: span 2", "", "", ""], "a   b   c\n    d"),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-column: 3", "grid-column: 2", ""], "        a\n    b   c"),
        (
            "grid-template-columns: repeat(3, 4ch); grid-auto-flow: dense", ["grid-column: 2", "grid-column: 3", ""],
            "c   a   b"
        ),
        ("grid-template-columns: [side] 4ch [main] 6ch [end]", ["grid-column: main", "grid-column: side"], "    a\nb"),
        (
            "grid-template-columns: [side] 4ch [main] 6ch [end]",
            ["grid-column: main; grid-row: 1", "grid-column: side; grid-row: 1"], "b   a"
        ),
        (
            "grid-template-areas: &quot;top top&quot; &quot;side main&quot;; grid-template-columns: 4ch 8ch",
            ["grid-area: main", "grid-area: side", "grid-area: top"], "c\nb   a"
        ),
        (
            "grid-template: &quot;top top&quot; auto &quot;side main&quot; 2lh / 4ch 8ch",
            ["grid-area: main", "grid-area: side", "grid-area: top"], "c\nb   a"
        ),
        ("grid-template-columns: repeat(3, 4ch)", ["grid-area: 2 / 3 / 3 / 4", ""], "b\n        a"),
        ("grid-template-columns: repeat(2, 4ch)", ["order: 1", ""], "b   a"),
        ("grid-template-columns: repeat(2, 4ch)", ["grid-row: 1; grid-column: 1", "grid-row: 1"], "a   b"),
        ("grid-template-columns: repeat(2, 4ch)", ["grid-column: 2 / 1"], "a"),
        ("grid-template-columns: repeat(2, 9ch)", ["grid-column-start: 2", "grid-row: 1"], "b        a"),
    ])
    func `items have the places they ask for`(style: String, items: [String], expected: String) {
        #expect(grid(style, items) == expected)
    }

    @Test func `where places have no room things stand below each other`() {
        let html = """
            <div style='display:grid;grid-template-columns:20ch 20ch;grid-template-areas:"a b"'>
            <p style='grid-area:b'>second</p><p style='grid-area:a'>first</p></div>
            """
        #expect(Picture(html, columns: 60).text == "first               second")
        #expect(Picture(html, columns: 30).text == "second\nfirst")
    }

    @Test func `boxes with lines beside each other end in the same row`() {
        let html = """
            <div style='display:grid;grid-template-columns:1fr 1fr'><div style='border:1px solid'>a</div>
            <div style='border:1px solid'>b<br>c</div></div>
            """
        let expected = "┌────────┐┌────────┐\n│a       ││b       │\n│        ││c       │\n└────────┘└────────┘"
        #expect(Picture(html, columns: 20).text == expected)
        let flex = html.replacing("display:grid", with: "display:flex").replacing(
            "1px solid'>", with: "1px solid;flex:1'>")
        #expect(Picture(flex, columns: 20).text == expected)
    }

    @Test(arguments: [
        "grid-column: 1000000000", "grid-column: span 1000000000", "grid-row: 1000000000", "grid-row: -1000000000",
        "grid-row: span 1000000000", "grid-column: 9 / 1", "grid-area: x / y / z / w", "grid-row: 0",
        "grid-column: calc(1 / 0)", "grid-row: 1 / 1",
    ])
    func `no place makes a page without end`(item: String) {
        for style in [
            "", "grid-auto-flow: column", "grid-auto-flow: dense", "grid-template-columns: 1fr 1fr", "gap: 1lh",
        ] {
            let items = String(repeating: "<i style='\(item)'>x</i>", count: 50)
            let picture = Picture("<div style='display:grid;\(style)'>\(items)</div>", columns: 30, rows: 5)
            #expect(picture.page.height < 30_000)
        }
    }
}
