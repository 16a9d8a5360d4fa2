import Testing

@testable import TextLayout

/// Values that are calculated, looked up, or taken from elsewhere.
@Suite struct ValueTests {
    @Test(arguments: [
        ("calc(100% - 4ch)", 36), ("calc(2rem * 3)", 12), ("calc((1rem + 2ch) * 2 - 1ch)", 7), ("min(50%, 9ch)", 9),
        ("max(50%, 9ch)", 20), ("clamp(4ch, 50%, 11ch)", 11), ("clamp(4ch, 10%, 11ch)", 4), ("calc(50% / 2)", 10),
        ("calc(1px * infinity)", 40), ("min(30ch, calc(100% - min(5ch, 50%)))", 30), ("calc(0.25rem * 8)", 4),
        ("calc(-5ch + 9ch)", 4), ("max(-3ch, 6ch)", 6), ("1in", 12), ("calc(1px + 2)", 40), ("calc(1ch", 40),
        ("calc(3ch / 0)", 40), ("calc(3ch * 2ch)", 40), ("calc()", 40), ("calc(1ch ** 2)", 40),
    ])
    func `lengths are calculated in cells`(width: String, expected: Int) throws {
        let picture = Picture("<div style='width:\(width)'></div>", columns: 40)
        let rect = try #require(picture.page.rectangles(of: picture.node("div")).first)
        #expect(rect.size.columns == expected)
    }

    @Test func `calculations nested without end come to nothing`() throws {
        let deep = String(repeating: "calc(", count: 5000) + "1ch" + String(repeating: ")", count: 5000)
        let wide = "calc(" + String(repeating: "1ch + ", count: 600) + "1%)"
        let huge = "calc(" + String(repeating: "9", count: 400) + "ch - " + String(repeating: "9", count: 400) + "ch)"
        for value in [deep, wide, huge, "calc(99999999999ch * 99999999999 - 99999999999ch * 99999999999)"] {
            let picture = Picture("<div style='width:\(value);margin:\(value);padding:\(value)'>x</div>", columns: 40)
            #expect(picture.page.height > 0)
        }
    }

    @Test(arguments: [
        ("--a: green", "var(--a)", Color.palette(2)),
        ("--a: var(--b); --b: green", "var(--a)", .palette(2)),
        ("--b: 1", "var(--a, green)", .palette(2)),
        ("--b: 1", "var(--a, var(--c, rgb(200, 2, 3)))", .rgb(red: 200, green: 2, blue: 3)),
        ("--r: 200; --rest: 2 3", "rgb(var(--r) var(--rest))", .rgb(red: 200, green: 2, blue: 3)),
        ("--A: green; --a: navy", "var(--A)", .palette(2)),
        ("--a: inherit", "var(--a, green)", .palette(2)),
        ("--a: initial", "var(--a, green)", .palette(2)),
        ("--a: green", "var( --a )", .palette(2)),
        ("--a: var(--a)", "var(--a)", .standard),
        ("--a: var(--b); --b: var(--a)", "var(--a, green)", .palette(2)),
        ("--a: no colour", "var(--a)", .standard),
        ("--a: env(x, green)", "var(--a)", .palette(2)),
    ])
    func `custom properties stand for their values`(declared: String, value: String, expected: Color) throws {
        for html in [
            "<style>:root { \(declared) } p { color: \(value) }</style><p>x", "<p style='\(declared);color:\(value)'>x",
        ] {
            #expect(try Picture(html, columns: 20).style(of: "x").foreground == expected)
        }
    }

    @Test func `custom properties are those of the nearest element that sets them`() throws {
        let picture = Picture(
            """
            <style>.w { width: var(--w, 3ch); --h: calc(var(--w) * 2) } i { display: block; width: var(--h) }</style>
            <div class=w></div><div style='--w: 5ch'><p class=w><i></i></p></div>
            """, columns: 40)
        #expect(picture.page.rectangles(of: try picture.node("div")).first?.size.columns == 3)
        #expect(picture.page.rectangles(of: try picture.node("p")).first?.size.columns == 10)
        #expect(picture.page.rectangles(of: try picture.node("i")).first?.size.columns == 10)
        picture.document.setAttribute("style", to: "--w: 7ch", of: try picture.node("div + div"))
        picture.update()
        #expect(picture.page.rectangles(of: try picture.node("p")).first?.size.columns == 14)
    }

    @Test func `custom properties that multiply come to nothing`() {
        let bomb = (0..<60).map { "--v\($0): var(--v\($0 + 1)) var(--v\($0 + 1))" }.joined(separator: ";")
        let chain = (0..<5000).map { "--c\($0): var(--c\($0 + 1), 1ch)" }.joined(separator: ";")
        let deep = String(repeating: "var(--none, ", count: 3000) + "1ch" + String(repeating: ")", count: 3000)
        let html =
            "<style>* { \(bomb); --v60: x; \(chain); color: var(--v0); margin: var(--c0); padding: \(deep) }</style>"
        #expect(Picture(html + "<div><p><b>x", columns: 20).page.height > 0)
    }

    @Test(arguments: [
        ("p { color: green } b { color: navy } #k { color: inherit }", Color.palette(2)),
        ("p { color: green } #k { color: initial }", .standard),
        ("p { color: green } b { color: navy } #k { color: unset }", .palette(2)),
        ("p { color: green } b { all: initial }", .standard),
        ("#k { color: navy } p { color: green } #k { color: revert }", .palette(2)),
        ("p { --a: inherit; color: green } b { color: navy } #k { color: var(--a, inherit) }", .palette(2)),
    ])
    func `keywords take the value from elsewhere`(sheet: String, expected: Color) throws {
        let picture = Picture("<style>\(sheet)</style><p><b id=k>x", columns: 20)
        #expect(try picture.style(of: "x").foreground == expected)
    }

    @Test(arguments: [
        ("rgb(100% 0% 50% / 50%)", Color.rgb(red: 255, green: 0, blue: 128)),
        ("oklch(62.8% 0.2577 29.23)", .rgb(red: 255, green: 0, blue: 0)),
        ("oklab(0.452 -0.0325 -0.3115)", .rgb(red: 0, green: 0, blue: 255)),
        ("lab(54.29 80.8 69.89)", .rgb(red: 255, green: 0, blue: 0)),
        ("lch(54.29 106.84 40.86)", .rgb(red: 255, green: 0, blue: 0)),
        ("hwb(120 0% 0%)", .rgb(red: 0, green: 255, blue: 0)),
        ("hsl(120deg 100% 50%)", .rgb(red: 0, green: 255, blue: 0)),
        ("color(srgb 1 0 0)", .rgb(red: 255, green: 0, blue: 0)),
        ("color-mix(in srgb, #f00, #00f)", .rgb(red: 128, green: 0, blue: 128)),
        ("color-mix(in oklab, #ff0000 100%, transparent)", .rgb(red: 255, green: 0, blue: 0)),
        ("color-mix(in srgb, green 80%, #00f)", .palette(2)),
        ("light-dark(#ff0000, #0f0)", .rgb(red: 0, green: 255, blue: 0)),
        ("rgb(1e999 0 0)", .standard), ("oklch(none none)", .standard), ("transparent", .standard),
    ])
    func `colours of all spaces are mixed of red, green and blue`(value: String, expected: Color) throws {
        let found = try Picture("<p style='color: \(value)'>x", columns: 20).style(of: "x").foreground
        guard case .rgb(let red, let green, let blue) = found, case .rgb(let r, let g, let b) = expected else {
            #expect(found == expected)
            return
        }
        for (one, other) in [(red, r), (green, g), (blue, b)] { #expect(abs(Int(one) - Int(other)) <= 2, "\(found)") }
    }

    @Test(arguments: [
        ("border: 1px solid", 1), ("border: 0 solid", 0), ("border-width: 0; border-style: solid", 0),
        ("border-style: solid; border-width: 0", 0), ("border: solid transparent", 0), ("border-width: 1px", 1),
        ("border: 1px solid; border-color: currentcolor", 1), ("border: var(--b, 1px) solid #000", 1),
    ])
    func `lines are drawn where they have a width and a colour`(style: String, lines: Int) {
        #expect(Picture("<div style='\(style)'>x</div>", columns: 20).page.height == 1 + 2 * lines)
    }
}
