import Testing

@testable import TextLayout

/// What style sheets put before and after the content of elements.
@Suite struct GeneratedContentTests {
    @Test(arguments: [
        ("p::before { content: '> ' }", "> text"), ("p:after { content: '!' }", "text!"),
        ("p::before { content: attr(data-a) ': ' }", "one: text"), ("p::before { content: attr(none) }", "text"),
        ("p::before { content: '>'; padding: 0 1ch; margin-right: 2ch }", " >   text"),
        ("p::before { content: none }", "text"), ("p::before { content: '' }", "text"),
        ("p::before { content: 'x'; display: none }", "text"),
        ("p::before { content: 'top'; display: block }", "top\ntext"),
        ("p { display: flex; column-gap: 2ch } p::before { content: 'a' } p::after { content: 'b' }", "a  text  b"),
        ("p::before { content: open-quote } p::after { content: close-quote }", "“text”"),
        ("p::before { content: 'a' 'b' / 'alt' }", "abtext"), ("p::before { content: url(x) 'c' }", "ctext"),
        ("p::before { content: '\\2192 ' }", "→text"), ("p { content: 'none' }", "text"),
        ("p { --m: '* ' } p::before { content: var(--m) }", "* text"),
    ])
    func `text stands beside the content`(sheet: String, expected: String) {
        let picture = Picture("<style>p { margin: 0 } \(sheet)</style><p data-a=one>text</p>", columns: 20)
        #expect(picture.text == expected)
    }

    @Test func `it has a style of its own, from that of the element`() throws {
        let picture = Picture(
            "<style>p { color: green; font-weight: bold } p::before { content: '>'; color: navy }</style><p>x",
            columns: 20)
        #expect(try picture.style(of: ">") == CellStyle(foreground: .palette(4), attributes: .bold))
        #expect(try picture.style(of: "x") == CellStyle(foreground: .palette(2), attributes: .bold))
    }

    @Test func `what it takes from an attribute follows that`() throws {
        let picture = Picture("<style>p::after { content: attr(title) }</style><p title=1>n</p>", columns: 20)
        #expect(picture.text == "n1")
        picture.document.setAttribute("title", to: "\u{1B}[2J", of: try picture.node("p"))
        picture.update()
        #expect(picture.text == "n␛[2J")
    }
}
