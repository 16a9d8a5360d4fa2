import HTMLTree
import Testing

@testable import TextLayout

/// Boxes that are not in the flow.
@Suite struct PositionTests {
    @Test(arguments: [
        (
            "<div style='position:relative'>ground<b style='position:absolute;right:0;top:0'>over</b></div>",
            "ground          over"
        ),
        (
            "<div style='position:relative'>a<br>b<b style='position:absolute;right:2ch;bottom:0'>x</b></div>",
            "a\nb                x"
        ),
        (
            "<div style='position:relative'>0123456789<b style='position:absolute;left:3ch;top:0'>xx</b></div>",
            "012xx56789"
        ),
        (
            "<div style='position:relative;border:1px solid'>a<b style='position:absolute;right:0;top:0'>x</b></div>",
            "┌──────────────────┐\n│a                x│\n└──────────────────┘"
        ),
        ("<p>one</p><div>two<b style='position:absolute;top:0;right:0'>x</b></div>", "one                x\n\ntwo"),
        (
            "<div style='position:relative'>menu<div style='position:absolute;top:100%;left:0'>a<br>b</div></div>c<br>d<br>e",
            "menu\na\nb\ne"
        ),
        ("<div>a<b style='position:absolute'>b</b>c</div>", "abc"),
        ("<div style='position:relative'>a<span style='position:absolute;inset:0'></span>b</div>", "ab"),
        ("<div style='position:sticky;top:0'>a</div>b", "a\nb"),
        ("<div style='position:fixed;top:0;right:0'>a</div>b", "b                  a"),
        (
            "<div style='position:relative'>abcdef<i style='position:absolute;left:0;z-index:2'>1</i><i style='position:absolute;left:0;z-index:1'>22</i></div>",
            "12cdef"
        ),
        (
            "<div style='position:relative'>a<b style='position:absolute;inset:0;text-align:right'>x</b></div>",
            "                   x"
        ),
        (
            "<ul style='position:relative;padding:0'><li>a<b style='position:absolute;top:0;right:0'>x</b><li>b</ul>",
            "a                  x\nb"
        ),
    ])
    func `they stand over what is in it`(html: String, expected: String) {
        let sheet = "<style>li { list-style: none }</style>"
        #expect(Picture(sheet + html, columns: 20).text.replacing("• ", with: "") == expected)
    }

    @Test func `what is placed farther up follows changes below`() throws {
        let picture = Picture(
            "<div id=a style='position:relative'>one<p><span id=b>two</span></p></div>", columns: 20)
        let document = picture.document
        let badge = document.createElement("b")
        document.append(document.createText("new"), to: badge)
        document.setAttribute("style", to: "position:absolute;top:0;right:0", of: badge)
        document.append(badge, to: try picture.node("#b"))
        picture.update()
        #expect(picture.text == "one              new\n\ntwo")
        #expect(picture.page.rectangles(of: badge) == [Rect(column: 17, row: 0, columns: 3, rows: 1)])
        #expect(picture.page.node(at: Position(column: 18, row: 0)) == badge)
        document.setText("longer", of: try #require(document.firstChild(of: badge)))
        picture.update()
        #expect(picture.text == "one           longer\n\ntwo")
        document.setAttribute("style", to: "", of: try picture.node("#a"))
        picture.update()
        #expect(picture.text == "one           longer\n\ntwo")
        document.remove(badge)
        picture.update()
        #expect(picture.text == "one\n\ntwo")
    }

    @Test func `what reaches below the page makes it longer`() {
        let html = "<div style='position:relative'>a<b style='position:absolute;top:100%;left:1ch'>b<br>c</b></div>"
        #expect(Picture(html, columns: 10).text == "a\n b\n c")
    }

    @Test(arguments: [
        ("overflow:hidden;max-height:2lh", "a\nb"), ("overflow:hidden;height:1lh", "a"),
        ("overflow:auto;max-height:1lh", "a\nb\nc"), ("max-height:1lh", "a\nb\nc"), ("line-clamp:2", "a\nb…"),
        ("-webkit-line-clamp:1", "a…"), ("line-clamp:9", "a\nb\nc"), ("overflow:hidden;height:0", "a"),
    ])
    func `rows without room are cut where nobody could scroll to them`(style: String, expected: String) {
        #expect(Picture("<div style='\(style)'>a<br>b<br>c</div>", columns: 10).text == expected)
    }
}
