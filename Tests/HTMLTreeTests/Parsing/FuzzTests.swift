import Foundation
import TestSupport
import Testing

@testable import HTMLTree

/// Random inputs, the same in every run; more of them for as long as `VIEWFINDER_FUZZ_SECONDS` says.
struct FuzzTests {
    static let seconds = ProcessInfo.processInfo.environment["VIEWFINDER_FUZZ_SECONDS"].flatMap(Double.init)

    private static let pieces = [
        "<p>", "</p>", "<b>", "</b>", "<i id=1>", "</i>", "<a href=x>", "</a>", "<nobr>", "<font size=1>", "<div>",
        "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<tbody>", "<caption>", "<col>",
        "<colgroup>", "<template>", "</template>", "<select>", "</select>", "<option>", "<optgroup>", "<input>",
        "<selectedcontent>", "<button>", "</button>", "<form>", "</form>", "<li>", "<ul>", "</ul>", "<dd>", "<ruby>",
        "<rt>", "<svg>", "</svg>", "<math>", "<mi>", "<annotation-xml encoding=text/html>", "<foreignobject>",
        "<desc>", "<title>", "</title>", "<textarea>", "</textarea>", "<script>", "</script>", "<style>", "<noscript>",
        "<html a=1>", "<head>", "</head>", "<body b=2>", "</body>", "</html>", "<frameset>", "</frameset>", "<frame>",
        "<object>", "</object>", "<marquee>", "<h1>", "</h2>", "<pre>", "\n", "<plaintext>", "<br/>", "</br>", "<hr>",
        "<image>", "<x-y>", "</x-y>", "<!DOCTYPE html>", "<!doctype", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?",
        "text", " ", "&amp;", "&notit;", "&#x0;", "&", "\u{0}", "\r", "é", "=", "'", "\"", "/>", "<", ">",
    ].map { Array($0.utf8) }

    private static let contexts = [
        "div", "table", "tbody", "tr", "td", "select", "template", "html", "body", "head", "title", "script", "svg",
        "colgroup", "caption", "frameset", "form", "p",
    ]

    @Test("any input gives a sound tree, which can be written and read again")
    func survivesAnything() {
        run(rounds: 600) { generator in
            let input = Self.input(using: &generator)
            let document = Document(parsing: input)
            check(document, input)
            check(Document(parsing: document.outerHTML(of: document.root)), input)

            let name = Self.contexts.randomElement(using: &generator) ?? "div"
            let context = document.createElement(name, namespace: name == "svg" ? .svg : .html)
            let fragment = document.parseFragment(String(decoding: input, as: UTF8.self), context: context)
            document.append(fragment, to: document.root)
            document.remove(context)
            check(document, input)
        }
    }

    @Test(
        "mutations of the conformance tests' inputs give sound trees",
        .enabled(if: SharedFiles.arePresent, "no conformance tests beside the checkout"))
    func survivesMutations() throws {
        let corpus = try SharedFiles.names(in: "tree-construction", extension: "dat").flatMap { file in
            let contents = try SharedFiles.contents(of: file, in: "tree-construction")
            return TreeConstructionCase.cases(in: String(decoding: contents, as: UTF8.self)).map {
                Array($0.input.utf8)
            }
        }
        run(rounds: 300) { generator in
            var input = corpus.randomElement(using: &generator) ?? []
            // What one input leaves open meets what the other begins with.
            input += corpus.randomElement(using: &generator) ?? []
            Self.mutate(&input, using: &generator)
            check(Document(parsing: input), input)
        }
    }

    @Test("a tree of elements that may hold each other is read as it was written")
    func readsWhatItWrote() {
        run(rounds: 300) { generator in
            let source = Document(parsing: "<!DOCTYPE html><body>")
            guard let html = source.lastChild(of: source.root), let body = source.lastChild(of: html) else { return }
            Self.fill(body, of: source, using: &generator)
            let written = source.outerHTML(of: source.root)
            let read = Document(parsing: written)
            #expect(
                Outline(document: read).lines(below: read.root) == Outline(document: source).lines(below: source.root))
            #expect(read.outerHTML(of: read.root) == written)
        }
    }

    private func run(rounds: Int, _ body: (inout SeededGenerator) -> Void) {
        let start = ContinuousClock.now
        var round: UInt64 = 0
        while round < rounds || ContinuousClock.now - start < .seconds(Self.seconds ?? 0) {
            var generator = SeededGenerator(seed: round)
            body(&generator)
            round += 1
        }
    }

    private func check(_ document: Document, _ input: [UInt8]) {
        if let problem = TreeInvariants.problem(in: document) {
            Issue.record("\(problem): \(String(decoding: input, as: UTF8.self).debugDescription)")
        }
    }

    /// Pieces in any order, with some bytes dropped, repeated or replaced.
    private static func input(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            bytes += pieces.randomElement(using: &generator) ?? []
        }
        mutate(&bytes, using: &generator)
        return bytes
    }

    /// Drops, repeats and replaces some bytes.
    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
            let place = bytes.indices.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 2: bytes.insert(bytes[place], at: place)
            default: bytes += bytes[place...].prefix(20)
            }
        }
    }

    /// Grows a random tree in which nothing is implied and nothing moves.
    private static func fill(_ body: NodeID, of document: Document, using generator: inout SeededGenerator) {
        let contents = [
            "body": ["div", "p", "ul", "table", "text", "br", "comment"], "div": ["div", "p", "ul", "table", "text"],
            "ul": ["li"], "li": ["text", "div", "p", "b"], "p": ["text", "span", "br", "input"], "b": ["text"],
            "span": ["text", "span", "br", "comment"], "table": ["tbody"], "tbody": ["tr"], "tr": ["td", "th"],
            "td": ["text", "div", "table", "span"], "th": ["text", "span"],
        ]
        var pending = [(body, 0)]
        while let (parent, depth) = pending.popLast() {
            let choices = contents[document.name(of: parent)] ?? []
            guard depth < 8, !choices.isEmpty else { continue }
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let child: NodeID
                switch choices.randomElement(using: &generator) ?? "text" {
                case "text":
                    if document.lastChild(of: parent).map(document.isText) ?? false { continue }
                    child = document.createText(text(using: &generator))
                case "comment": child = document.createComment("c")
                case let name:
                    let value = text(using: &generator)
                    child = document.createElement(name, attributes: [Attribute(name: "data-x", value: value)])
                    pending.append((child, depth + 1))
                }
                document.append(child, to: parent)
            }
        }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        let characters: [Character] = ["a", " ", "<", "&", "\"", "'", ">", "\u{A0}", "é", "\n", "&", "l", "t", ";"]
        return String(
            (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                characters.randomElement(using: &generator) ?? "a"
            })
    }
}
