import HTMLTree
import Testing

@testable import TextLayout

/// Updates, queries, marks and scrolling.
@Suite struct PageLayoutTests {
    @Test func `after any change the picture is that of a new layout`() throws {
        let picture = Picture(
            """
            <style>li:first-child { color: green } .open + p { color: navy }</style>
            <ul><li>one<li>two</ul><div id=d>text</div><p>after</p><ol><li>x</ol><input size=5>
            """, columns: 40)
        let document = picture.document
        func check(_ change: String) {
            picture.update()
            let fresh = PageLayout(document: document)
            fresh.update(width: 40, marks: [:])
            let size = Size(columns: 40, rows: fresh.height)
            var expected = Frame(size: size)
            var found = Frame(size: size)
            let area = Rect(column: 0, row: 0, columns: 40, rows: size.rows)
            fresh.paint(into: &expected, area: area, scroll: 0)
            picture.page.paint(into: &found, area: area, scroll: 0)
            #expect(found.text == expected.text, "\(change)")
            #expect(found == expected, "\(change)")
        }
        let list = try picture.node("ul")
        let first = document.createElement("li")
        document.append(document.createText("zero"), to: first)
        document.insert(first, into: list, before: document.firstChild(of: list))
        check("an item before the first")
        document.setAttribute("class", to: "open", of: try picture.node("#d"))
        check("a class that restyles a sibling")
        document.removeChildren(of: try picture.node("#d"))
        check("a block without content")
        document.setAttribute("hidden", to: "", of: list)
        check("a list that is hidden")
        document.removeAttribute("hidden", of: list)
        check("and shown again")
        document.setValue("typed", of: try picture.node("input"))
        check("a typed value")
        document.append(first, to: try picture.node("ol"))
        check("an item moved to another list")
        document.setText("p { font-weight: bold }", of: try #require(document.firstChild(of: picture.node("style"))))
        check("a changed style sheet")
        document.remove(list)
        check("a list removed")
    }

    @Test func `what did not change keeps its boxes`() throws {
        let picture = Picture("<ul><li id=a>one<li id=b>two</ul>", columns: 20)
        let a = try picture.node("#a")
        let b = try picture.node("#b")
        let kept = picture.page.builder.table.box(of: b)
        picture.document.setText("uno", of: try #require(picture.document.firstChild(of: a)))
        picture.update()
        #expect(picture.page.builder.table.box(of: b) === kept)
        #expect(picture.text == " • uno\n • two")
    }

    @Test func `rectangles and nodes are found by each other`() throws {
        let picture = Picture(
            "<h1>T</h1><p>see <a href=/>the other page</a> now</p><div><button>Go</button></div>", columns: 12)
        let link = try picture.node("a")
        #expect(
            picture.page.rectangles(of: link) == [
                Rect(column: 4, row: 3, columns: 3, rows: 1), Rect(column: 0, row: 4, columns: 10, rows: 1),
            ])
        #expect(picture.page.node(at: Position(column: 1, row: 4)) == link)
        let button = try picture.node("button")
        let rect = try #require(picture.page.rectangles(of: button).first)
        #expect(rect == Rect(column: 0, row: 7, columns: 6, rows: 1))
        #expect(picture.page.node(at: rect.origin) == button)
        #expect(picture.page.node(at: Position(column: 11, row: 99)) == nil)
        picture.document.setAttribute("hidden", to: "", of: button)
        picture.update()
        #expect(picture.page.rectangles(of: button).isEmpty)
    }

    @Test func `a hint covers the first cells of its element`() throws {
        let picture = Picture("<a href=/>link</a>", columns: 10) { document in
            document.elements(below: document.root).reduce(into: [:]) { marks, node in
                if document.name(of: node) == "a" { marks[node] = .hint("ab") }
            }
        }
        #expect(picture.text == "abnk")
        #expect(try picture.style(of: "ab") == CellStyle(foreground: .role(.label), background: .role(.label)))
    }

    @Test func `scrolling paints the rows from there on and nothing outside the area`() {
        let html = "<div>" + (0..<100).map { "<div>row \($0)</div>" }.joined() + "</div>"
        let picture = Picture(html, columns: 10, rows: 3)
        #expect(picture.page.height == 100)
        #expect(picture.frame(scroll: 50).text == "row 50\nrow 51\nrow 52")
        var frame = Frame(size: Size(columns: 12, rows: 4), fill: Cell(text: "."))
        picture.page.paint(into: &frame, area: Rect(column: 2, row: 1, columns: 3, rows: 2), scroll: 98)
        #expect(frame.text == "............\n..row.......\n..row.......\n............")
    }

    @Test(arguments: [0, -5, 1, 2, 3])
    func `a page of no width is drawn all the same`(columns: Int) {
        let document = Document(
            parsing:
                "<h1>T</h1><table border><tr><td>a<td>b</table><input><textarea></textarea><div class='flex gap-2'>x<b>y</b></div><p class=truncate>日本"
        )
        let page = PageLayout(document: document)
        page.update(width: columns, marks: [:])
        var frame = Frame(size: Size(columns: 3, rows: 3))
        page.paint(into: &frame, area: Rect(column: 0, row: 0, columns: 3, rows: 3), scroll: 0)
        #expect(page.height > 0)
    }
}
