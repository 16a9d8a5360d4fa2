import Testing

@testable import HTMLTree

/// Inputs made to cost more than their length: the work must grow with the length and no faster.
struct HostileInputTests {
    static let patterns: [(name: String, make: @Sendable (Int) -> String)] = [
        ("nested divs", { String(repeating: "<div>", count: $0) }),
        (
            "nested unknown elements and stray end tags",
            { String(repeating: "<x>", count: $0) + String(repeating: "</y>", count: $0) }
        ),
        ("unclosed formatting", { String(repeating: "<b>", count: $0) }),
        ("unclosed formatting in paragraphs", { String(repeating: "<p><b>", count: $0) }),
        ("formatting that differs", { count in (0..<count).map { "<b id=\($0)>" }.joined() }),
        (
            "formatting that differs, then paragraphs",
            { count in (0..<count).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>", count: count / 100) }
        ),
        (
            "formatting around nested blocks",
            { "<b>" + String(repeating: "<div>", count: $0) + String(repeating: "</b>", count: $0) }
        ),
        (
            "formatting around nested blocks, closed by turns",
            { String(repeating: "<b><div>", count: $0) + String(repeating: "</b>x", count: $0) }
        ),
        ("nested links", { String(repeating: "<a>", count: $0) }),
        ("links in nested blocks", { String(repeating: "<a><div>", count: $0) }),
        (
            "list items below nested divs",
            { String(repeating: "<div>", count: $0) + String(repeating: "<li></li>", count: $0) }
        ),
        ("nested tables", { String(repeating: "<table><tr><td>", count: $0) }),
        ("text in nested tables", { String(repeating: "<table>x", count: $0) }),
        (
            "tables below nested divs",
            { String(repeating: "<div>", count: $0) + String(repeating: "<table></table>", count: $0) }
        ),
        ("nested templates", { String(repeating: "<template>", count: $0) }),
        (
            "templates below nested divs",
            { String(repeating: "<div>", count: $0) + String(repeating: "<template></template>", count: $0) }
        ),
        (
            "nested buttons and end tags of paragraphs",
            { String(repeating: "<button>", count: $0) + String(repeating: "</p>", count: $0) }
        ),
        (
            "nested foreign elements and stray end tags",
            { "<svg>" + String(repeating: "<g>", count: $0) + String(repeating: "</x>", count: $0) }
        ),
        ("foreign roots that end at once", { String(repeating: "<svg><g><p>", count: $0) }),
        (
            "forms around nested blocks",
            { String(repeating: "<form><div>", count: $0) + String(repeating: "</form>", count: $0) }
        ),
        (
            "markers and formatting",
            { String(repeating: "<object><b>", count: $0) + String(repeating: "</b>", count: $0) }
        ),
        ("repeated html tags with new attributes", { count in (0..<count).map { "<html a\($0)>" }.joined() }),
        ("an element with many attributes", { count in "<p " + (0..<count).map { "a\($0) " }.joined() + ">" }),
        ("nested selects", { String(repeating: "<select><object>", count: $0) }),
        ("framesets", { String(repeating: "<frameset>", count: $0) + String(repeating: "</frameset>", count: $0) }),
    ]

    @Test("twice the input is at most twice the work, and a small multiple of its length", arguments: patterns.indices)
    func worksInProportion(pattern: Int) {
        let (name, make) = Self.patterns[pattern]
        let html = make(1_000)
        let (single, double) = (work(on: html), work(on: make(2_000)))
        #expect(double <= single * 9 / 4 + 100, "\(name): \(single), \(double)")
        #expect(single <= html.utf8.count * ActiveFormattingElements.limit, "\(name): \(single)")
    }

    @Test("deep nesting and long attributes are read and written without recursion")
    func readsLargeInputs() {
        let deep = Document(parsing: String(repeating: "<div>", count: 50_000))
        #expect(deep.elements(below: deep.root).reduce(0) { count, _ in count + 1 } == 50_003)
        #expect(deep.outerHTML(of: deep.root).utf8.count == 550_000 + 39)
        let value = String(repeating: "x", count: 1_000_000)
        let long = Document(parsing: "<p id='\(value)'>")
        #expect(long.element(withID: value) != nil)
    }

    @Test(
        "a hundred thousand nested tags, ten megabytes of an attribute and a million unclosed tags are read",
        .enabled(if: FuzzTests.seconds != nil, "as long as random input is tried"))
    func readsTheLargest() {
        let deep = Document(parsing: String(repeating: "<i>", count: 100_000))
        #expect(deep.elements(below: deep.root).reduce(0) { count, _ in count + 1 } == 100_003)
        let value = String(repeating: "x", count: 10_000_000)
        #expect(Document(parsing: "<p id='\(value)'>").element(withID: value) != nil)
        let open = Document(parsing: String(repeating: "<b>", count: 1_000_000))
        #expect(open.elements(below: open.root).reduce(0) { count, _ in count + 1 } == 1_000_003)
    }

    private func work(on html: String) -> Int {
        let document = Document()
        var builder = TreeBuilder(
            isQuirksMode: false, container: document.root, tokenizer: Tokenizer(Array(html.utf8)),
            isScriptingEnabled: false, context: nil)
        swap(&builder.nodes, &document.nodes)
        builder.run()
        return builder.work + builder.nodes.records.count
    }
}
