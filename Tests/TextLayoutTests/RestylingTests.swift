import HTMLTree
import TestSupport
import Testing

@testable import TextLayout

/// Pictures that are brought up to date after changes, beside pictures that are made anew.
@Suite struct RestylingTests {
    @Test(arguments: [
        (".open td { font-weight: bold }", "table", "class", "open"),
        (".open ~ section b { font-weight: normal }", "#first", "class", "open"),
        ("section:has(.sign) + section b { font-style: italic }", "#in", "class", "sign"),
        ("div[data-on] > section b { display: none }", "#outer", "data-on", ""),
        (":is(.wide section) b { text-transform: uppercase }", "#outer", "class", "wide"),
        ("input:disabled { font-style: italic }", "fieldset", "disabled", ""),
        ("form:invalid b { color: red }", "input", "required", ""),
    ])
    func `a changed attribute restyles what selectors reach from it`(
        sheet: String, target: String, name: String, value: String
    ) throws {
        let picture = Picture(
            """
            <style>\(sheet)</style><div id=outer><p id=first>one</p><section><i id=in>in</i></section>
            <section><div><span><p>deep <b>bold</b></p></span></div></section></div>
            <table><tbody><tr><td>a<td>b</table><form><fieldset><input><p><b>x</b></fieldset></form>
            """, columns: 30)
        let node = try picture.node(target)
        picture.document.setAttribute(name, to: value, of: node)
        try expectFresh(picture)
        picture.document.removeAttribute(name, of: node)
        try expectFresh(picture)
    }

    @Test func `a linked sheet that comes later restyles the page, in the order of the document`() throws {
        let picture = Picture(
            """
            <link id=early rel=stylesheet href=a.css><style>.b { display: block }</style>
            <link id=late rel=stylesheet href=b.css><p class=a>one</p><p class=b>two</p><p class=c>three</p>
            """, columns: 10)
        #expect(picture.text.contains("one") && picture.text.contains("three"))
        let sheets = [
            try picture.node("#early"): ".a, .b { display: none }", try picture.node("#late"): ".c { display: none }",
        ]
        #expect(picture.page.use(linkedSheets: sheets))
        #expect(!picture.page.use(linkedSheets: sheets))
        picture.page.update(width: 10, marks: [:])
        #expect(!picture.text.contains("one"))
        #expect(picture.text.contains("two"))
        #expect(!picture.text.contains("three"))
    }

    @Test func `a row put before others restyles the cells of those below`() throws {
        let picture = Picture(
            "<style>tr:nth-child(even) td { font-weight: bold }</style><table><tr><td>1<tr><td>2<tr><td>3</table>",
            columns: 20)
        let body = try picture.node("tbody")
        let row = picture.document.createElement("tr")
        let cell = picture.document.createElement("td")
        picture.document.append(picture.document.createText("0"), to: cell)
        picture.document.append(cell, to: row)
        picture.document.insert(row, into: body, before: picture.document.firstChild(of: body))
        try expectFresh(picture)
        #expect(try picture.style(of: "1").attributes == .bold)
        #expect(try picture.style(of: "2").attributes == [])
    }

    @Test func `an element moved to other surroundings is restyled with all below it`() throws {
        let picture = Picture(
            "<style>ul b { font-style: italic }</style><ul><li id=a>x</ul><div id=d><p><span><b>y</b></span></div>",
            columns: 20)
        let document = picture.document
        document.append(try picture.node("#d"), to: try picture.node("#a"))
        try expectFresh(picture)
        #expect(try picture.style(of: "y").attributes == [.bold, .italic])
    }

    @Test(arguments: 0..<40)
    func `after random changes the picture is that of a new layout`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sheet = Self.rules.shuffled(using: &random).prefix(Int.random(in: 0...Self.rules.count, using: &random))
        let picture = Picture("<style>\(sheet.joined(separator: "\n"))</style><main></main>", columns: 24)
        var page = RandomPage(document: picture.document, main: try picture.node("main"), random: random)
        for _ in 0..<12 { page.grow() }
        for _ in 0..<60 {
            for _ in 0..<Int.random(in: 1...3, using: &page.random) { page.change() }
            try expectFresh(picture)
        }
    }

    private static let rules = [
        ".a .b { font-weight: bold }", ".a > .b { font-style: italic }", ".a + .b { text-decoration: underline }",
        ".b ~ p { text-transform: uppercase }", ".a ~ div li { font-style: italic }",
        "div:nth-child(2) span { color: red }", "li:nth-child(odd) b { color: green }",
        "tr:nth-child(even) td { font-weight: bold }", "div:last-child p { color: blue }",
        "div:has(.a) p { color: cyan }", ".a:empty + p { color: yellow }", "p:first-of-type b { font-style: italic }",
        ":not(.a) > .b span { text-decoration: underline }", ":is(.a .b) b { color: magenta }",
        "li:nth-child(2 of .a) span { color: red }", ".b { display: inline-block }", "#x .b { display: none }",
    ]

    private func expectFresh(_ picture: Picture) throws {
        picture.page.update(width: picture.size.columns, marks: [:])
        let fresh = PageLayout(document: picture.document)
        fresh.update(width: picture.size.columns, marks: [:])
        let size = Size(columns: picture.size.columns, rows: fresh.height)
        let area = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
        var expected = Frame(size: size)
        var found = Frame(size: size)
        fresh.paint(into: &expected, area: area, scroll: 0)
        picture.page.paint(into: &found, area: area, scroll: 0)
        try #require(found.text == expected.text)
        try #require(picture.page.height == fresh.height)
        try #require(found == expected)
    }
}

/// A page that changes at random.
private struct RandomPage {
    let document: Document
    let main: NodeID
    var random: SeededGenerator

    private static let names = ["div", "p", "span", "b", "ul", "li", "table", "tbody", "tr", "td", "input", "section"]

    /// Adds an element with a word somewhere.
    mutating func grow() {
        let parent = anyElement()
        let name = Self.names.randomElement(using: &random) ?? "p"
        let element = document.createElement(name)
        if name != "input" {
            document.append(document.createText(word()), to: element)
        }
        document.insert(
            element, into: parent, before: Array(document.children(of: parent)).randomElement(using: &random))
    }

    mutating func change() {
        let element = anyElement()
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: grow()
        case 2, 3, 4:
            let classes = ["", "a", "b", "a b", "c"]
            document.setAttribute("class", to: classes.randomElement(using: &random) ?? "", of: element)
        case 5: document.setAttribute("id", to: Bool.random(using: &random) ? "x" : "y", of: element)
        case 6: if element != main { document.remove(element) }
        case 7:
            let target = anyElement()
            if element != main, !document.contains(element, target) { document.append(element, to: target) }
        case 8: document.setActiveElement(document.elements(below: main).first { document.name(of: $0) == "input" })
        case 9:
            if let text = document.descendants(of: element).first(where: { document.isText($0) }) {
                document.setText(word(), of: text)
            }
        case 10: document.setAttribute("hidden", to: "", of: element == main ? anyElement() : element)
        default: document.removeAttribute("hidden", of: element)
        }
    }

    private mutating func anyElement() -> NodeID {
        let all = [main] + document.elements(below: main)
        return all.randomElement(using: &random) ?? main
    }

    private mutating func word() -> String {
        ["one", "two three", "a longer piece of text", "x", ""].randomElement(using: &random) ?? ""
    }
}
