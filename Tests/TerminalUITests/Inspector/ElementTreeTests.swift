import HTMLTree
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct ElementTreeTests {
    private static let page = """
        <title>T</title><main id=m><h1>Hello</h1><ul class="a b"><li>One<li>Two <b>bold</b> end</ul></main>
        """

    private func document(_ html: String = page) -> Document { Document(parsing: html) }

    private func picture(_ tree: inout ElementTree, rows: Int = 20) -> String {
        let text = ElementText(document: tree.document, secrets: Secrets())
        return tree.rows(height: rows).map { row in
            let sign = row.fold == .leaf ? " " : row.fold == .folded ? "+" : "-"
            return (row.node == tree.selected ? ">" : " ") + String(repeating: " ", count: row.depth) + sign
                + text.line(for: row.node, isLeaf: row.fold == .leaf).text
        }.joined(separator: "\n")
    }

    @Test func `the outer levels are unfolded, and text stands in its element's row`() {
        var tree = ElementTree(of: document())
        #expect(
            picture(&tree) == """
                >-html
                  +head
                  -body
                   -main#m
                     h1 "Hello"
                    -ul.a.b
                      li "One"
                     -li
                       "Two"
                       b "bold"
                       "end"
                """)
    }

    @Test func `no more levels are unfolded than there is room for`() {
        var tree = ElementTree(of: document(), rows: 3)
        #expect(
            picture(&tree) == """
                >-html
                  +head
                  -body
                   +main#m
                """)
    }

    @Test func `left folds and goes out, right unfolds and goes in`() {
        var tree = ElementTree(of: document())
        tree.move(.bottom, height: 20)
        tree.fold()
        tree.fold()
        #expect(picture(&tree).contains(">    +li\n") || picture(&tree).hasSuffix(">    +li"))
        tree.fold()
        tree.fold()
        tree.unfold()
        #expect(picture(&tree).hasSuffix(">   -ul.a.b\n      li \"One\"\n     +li"))
        tree.unfold()
        #expect(picture(&tree).contains(">     li \"One\""))
    }

    @Test func `rows are passed in both directions, by one and by pages`() {
        var tree = ElementTree(of: document())
        var down: [NodeID?] = []
        for _ in 0..<12 {
            down.append(tree.selected)
            tree.move(.lineDown, height: 20)
        }
        var up: [NodeID?] = []
        for _ in 0..<12 {
            up.append(tree.selected)
            tree.move(.lineUp, height: 20)
        }
        #expect(Set(down).count == 11)
        #expect(up.prefix(11).map(\.self) == Array(down.prefix(11).reversed()))
        tree.move(.top, height: 5)
        tree.move(.pageDown, height: 5)
        #expect(tree.selected == down[4])
        tree.move(.pageUp, height: 4)
        #expect(tree.selected == down[1])
    }

    @Test func `the selected row stays in sight`() {
        var tree = ElementTree(of: document())
        tree.move(.bottom, height: 4)
        #expect(picture(&tree, rows: 4).split(separator: "\n").last?.hasPrefix(">") == true)
        tree.move(.top, height: 4)
        #expect(picture(&tree, rows: 4).hasPrefix(">"))
    }

    @Test func `of an element that left the page, what was around it is selected`() throws {
        let document = document()
        var tree = ElementTree(of: document)
        let bold = try #require(document.elements(named: "b").first)
        let list = try #require(document.elements(named: "ul").first)
        tree.select(bold)
        document.remove(list)
        _ = tree.rows(height: 10)
        #expect(tree.selected.map(document.name(of:)) == "main")
    }

    @Test func `selecting an element unfolds all around it`() throws {
        let document = document()
        var tree = ElementTree(of: document, rows: 1)
        tree.select(try #require(document.elements(named: "b").first))
        #expect(picture(&tree).contains(">      b \"bold\""))
    }

    @Test func `searching goes round the document`() {
        let document = document()
        var tree = ElementTree(of: document)
        let found = (0..<3).map { _ in
            _ = tree.find { document.name(of: $0) == "li" }
            return tree.selected
        }
        #expect(Set(found).count == 2 && found[0] == found[2])
        #expect(!tree.find { document.name(of: $0) == "video" })
    }

    /// A debug build is many times slower than what people use; that it goes by rows, not by nodes, shows all the same.
    @Test func `a document of 100000 elements is as quick as a small one`() {
        let html = "<main><ul>" + (0..<100_000).map { "<li id=i\($0)>Item \($0)" }.joined() + "</ul></main>"
        var tree = ElementTree(of: document(html))
        let clock = ContinuousClock()
        var slowest = Duration.zero
        func timed(_ body: (inout ElementTree) -> Void) {
            let taken = clock.measure {
                body(&tree)
                _ = picture(&tree, rows: 40)
            }
            slowest = max(slowest, taken)
        }
        timed { $0.move(.bottom, height: 40) }
        timed { $0.unfold() }
        for step in [ScrollStep.bottom, .pageUp, .lineUp, .lineDown, .top, .pageDown, .bottom] {
            timed { $0.move(step, height: 40) }
        }
        timed { $0.fold() }
        #expect(tree.selected.map(tree.document.name(of:)) == "ul")
        #expect(slowest < .milliseconds(500))
    }

    @Test func `a document that is nested deep is shown`() throws {
        let document = document(String(repeating: "<div>", count: 400) + "deep")
        var tree = ElementTree(of: document)
        tree.select(try #require(document.elements(named: "div").last))
        #expect(picture(&tree, rows: 3).contains("div \"deep\""))
    }

    @Test(arguments: [
        (#"<input type=password name=p value=hunter22>"#, #"input type=password name=p "••••••""#),
        (#"<input autocomplete=new-password value=hunter22>"#, #"input "••••••""#),
        (#"<input name=q value="  two   words ">"#, #"input name=q "two words""#),
        (#"<a href=/x phx-click=go data-x=1>There</a>"#, #"a href=/x phx-click=go "There""#),
        ("<button type=button phx-click=\"a\u{1B}[31m\">x</button>", "button type=button phx-click=a␛[31m \"x\""),
        (#"<p class="a b c d e f g h">x</p>"#, #"p.a.b.c.d.e.f… "x""#),
        (#"<style>p { color: red }</style>"#, "style"),
    ])
    func `an element is told in a line`(html: String, line: String) throws {
        let document = document("<body>\(html)")
        let body = try #require(document.elements(named: "body").first)
        let node = try #require(document.children(of: body).first(where: document.isElement))
        let text = ElementText(document: document, secrets: Secrets())
        #expect(text.line(for: node, isLeaf: true).text == line)
    }
}
