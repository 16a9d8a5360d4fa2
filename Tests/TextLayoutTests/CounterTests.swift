import HTMLTree
import Testing

@testable import TextLayout

/// Counters of style sheets.
@Suite struct CounterTests {
    private static let chapters = """
        <style>body { counter-reset: part } h4 { counter-increment: part; counter-reset: item; margin: 0 }
        h4::before { content: counter(part) ' ' } p { margin: 0; counter-increment: item }
        p::before { content: counter(part) '.' counter(item, lower-alpha) ' ' }</style>
        """

    @Test(arguments: [
        (chapters + "<h4>A</h4><p>x</p><p>y</p><h4>B</h4><p>z</p>", "1 A\n1.a x\n1.b y\n2 B\n2.a z"),
        (
            "<style>ol { counter-reset: n; list-style: none; padding: 0 } li { counter-increment: n }"
                + "li::before { content: counters(n, '.') ' ' }</style>"
                + "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", "1 a\n1.1 b\n1.2 c\n2 d"
        ),
        (
            "<style>b { display: block } b::before { counter-increment: n 2; content: counter(n) }</style>"
                + "<b>a</b><b hidden>x</b><b>b</b>", "2a\n2b"
        ),
        (
            "<style>div { counter-reset: n 5 } b { display: block; counter-set: n 9 } b::after { content: counter(n) }"
                + "i::after { content: counter(n) }</style><div><i>a</i><b>b</b></div>", "a5\nb9"
        ),
        ("<style>p::before { content: counter(none) '/' counters(none, '.') ' ' }</style><p>x", "0/0 x"),
        (
            "<style>p { counter-increment: n 999999999 } p::after { content: counter(n, upper-roman) }</style><p>x",
            "x1000000"
        ),
    ])
    func `they count what is shown`(html: String, expected: String) {
        let text = Picture(html, columns: 30).text.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(text.joined(separator: "\n") == expected)
    }

    @Test func `what comes between counts for all that follows`() throws {
        let picture = Picture(Self.chapters + "<h4 id=a>A</h4><p id=p>x</p><h4>B</h4><p>z</p>", columns: 30, rows: 9)
        let document = picture.document
        let added = document.createElement("p")
        document.append(document.createText("new"), to: added)
        document.insert(added, into: try picture.node("body"), before: try picture.node("#p"))
        picture.update()
        #expect(picture.text == "1 A\n1.a new\n1.b x\n2 B\n2.a z")
        document.remove(try picture.node("#a"))
        picture.update()
        #expect(picture.text == "0.a new\n0.b x\n1 B\n1.a z")
        document.setText("changed", of: try #require(document.firstChild(of: added)))
        picture.update()
        #expect(picture.text == "0.a changed\n0.b x\n1 B\n1.a z")
    }

    @Test func `elements nested without end are counted as far as they are drawn`() {
        let sheet = "<style>div { counter-reset: n 1 } div::before { content: counters(n, '.') }</style>"
        let picture = Picture(sheet + String(repeating: "<div>", count: 20_000) + "x", columns: 40, rows: 5)
        #expect(picture.page.height >= 1)
    }
}
