import HTMLTree
import Testing

@testable import TextLayout

/// What the inspector is told of an element's styles.
@Suite struct StyleReportTests {
    private func report(_ html: String, _ selector: String = "#x", columns: Int = 40) throws -> (StyleReport, Document)
    {
        let picture = Picture(html, columns: columns)
        let document = picture.page.document
        let node = try #require(document.first(try Selector(selector), below: document.root))
        return (try #require(picture.page.styleReport(of: node)), document)
    }

    private func lines(_ html: String, _ selector: String = "#x") throws -> [String] {
        let (report, document) = try report(html, selector)
        return report.entries.map { "\($0.property): \($0.value) <- \(words($0.origin, document))" }
    }

    private func words(_ origin: StyleOrigin, _ document: Document) -> String {
        switch origin {
        case .terminal(let selector): "terminal \(selector)"
        case .message: "message"
        case .utility(let name): ".\(name)"
        case .attribute(let name): "@\(name)"
        case .sheet(let number, let line, let selector, let isImportant):
            "\(number):\(line) \(selector)\(isImportant ? " !" : "")"
        case .styleAttribute(let isImportant): "style\(isImportant ? " !" : "")"
        case .inherited(let node): "from \(document.name(of: node))"
        case .readability: "readability"
        }
    }

    static let cases: [(html: String, lines: [String])] = [
        ("<span id=x>a</span>", []),
        (
            "<style>\n\n.a { color: red }</style><span id=x class=a>a</span>",
            ["color: red <- 0:3 .a"]
        ),
        (
            "<style>#x { color: red } span { color: blue !important }</style><span id=x style='color: green'>a</span>",
            ["color: blue <- 0:1 span !"]
        ),
        (
            "<style>span { font-weight: bold }</style><span id=x style='color: red; font-weight: bold'>a</span>",
            ["color: red <- style", "font-weight: bold <- style"]
        ),
        (
            "<span id=x class='italic flex gap-4'>a</span>",
            [
                "font-style: italic <- .italic", "display: flex <- .flex", "row-gap: 1lh <- .gap-4",
                "column-gap: 2ch <- .gap-4",
            ]
        ),
        (
            "<b><i style='color: red'><span id=x>a</span></i></b>",
            [
                "color: red <- from i", "font-weight: bold <- from b", "font-style: italic <- from i",
            ]
        ),
        (
            "<style>:root { --c: red } .a { --w: 3ch; color: var(--c); width: var(--w) }</style><span id=x class=a>a</span>",
            ["--w: 3ch <- 0:1 .a", "color: red <- 0:1 .a", "width: 3ch <- 0:1 .a"]
        ),
        (
            "<style>span { margin: 1px 2ch; padding: 0 1ch }</style><style>span { margin-left: 3ch }</style><span id=x>a</span>",
            [
                "margin-right: 2ch <- 0:1 span", "margin-left: 3ch <- 1:1 span", "padding-right: 1ch <- 0:1 span",
                "padding-left: 1ch <- 0:1 span",
            ]
        ),
        (
            "<style>div { span { &#x { color: red } } }</style><div><span id=x>a</span></div>",
            ["color: red <- 0:1 div span#x"]
        ),
        ("<style>span { color: #111 }</style><span id=x>a</span>", []),
    ]

    @Test(arguments: cases)
    func `values that are not as they start are told with their origin`(html: String, lines: [String]) throws {
        let found = try self.lines(html)
        #expect(found == lines)
    }

    @Test func `the terminal's own sheet is told by its selectors`() throws {
        let lines = try lines("<h1 id=x>Title</h1>")
        #expect(lines.contains { $0.hasPrefix("display: block <- terminal") })
        #expect(lines.contains { $0.hasPrefix("font-weight: bold <- terminal") })
    }

    @Test func `sizes are told in cells`() throws {
        let (report, _) = try report(
            "<div id=x style='margin: 1lh 2ch; border: 1px solid; padding: 1lh 3ch; width: 20ch'>text</div>")
        let box = try #require(report.box)
        #expect(box.margin == Edges(top: 1, right: 2, bottom: 1, left: 2))
        #expect(box.border == Edges(1))
        #expect(box.padding == Edges(top: 1, right: 3, bottom: 1, left: 3))
        #expect(box.place.origin == Position(column: 2, row: 0))
        #expect(box.place.size.rows == 5)
        #expect(box.content.rows == 1)
        #expect(box.content.columns == box.place.size.columns - 8)
    }

    @Test func `an element that is not shown has no box`() throws {
        let (report, _) = try report("<p id=x hidden>text</p>")
        #expect(report.box == nil)
        #expect(report.entries.contains { $0.property == "display" && $0.value == "none" })
    }

    @Test func `what is said of the element and means nothing is listed`() throws {
        let (report, _) = try report(
            """
            <style>p { box-shadow: 0 0 1px } a { transition: none }</style>
            <p id=x class="shadow-lg own" style="cursor: pointer">x</p><p class=other>y</p>
            """)
        #expect(report.ignored.map(\.property) == ["box-shadow", "cursor", "own", "shadow-lg"])
    }

    @Test func `every property has a name of its own, and two values that differ`() {
        #expect(Set(NamedProperty.all.map(\.name)).count == NamedProperty.all.count)
        for property in NamedProperty.all {
            #expect(property.text(NamedProperty.disturbed) != property.text(ComputedStyle()), "\(property.name)")
        }
    }
}
