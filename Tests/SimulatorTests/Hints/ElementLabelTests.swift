import HTMLTree
import LiveProtocol
import Testing
import TextLayout

@testable import Simulator

/// Elements are picked by labels and named by selectors.
@Suite struct ElementLabelTests {
    private func simulator(_ html: String, rows: Int = 10) -> Simulator {
        let simulator = Simulator(
            host: FakeHost(html), clock: VirtualClock(), size: Size(columns: 40, rows: rows))
        simulator.open("/")
        return simulator
    }

    @Test func `what is in view is labelled, whatever it does, and a label picks it`() throws {
        let simulator = simulator("<div id=a><p id=b>One</p><p id=c>Two <em id=d>three</em></p></div>")
        simulator.showElementLabels()
        let labels = try #require(simulator.elementLabels.mode).labels
        let labelled = Set(labels.keys.map { simulator.document.attribute("id", of: $0) })
        #expect(labelled == ["b", "c", "d"])
        let (node, label) = try #require(labels.first { simulator.document.name(of: $0.key) == "em" })
        #expect(simulator.frame().text.contains(label))
        #expect(label.map { simulator.pressInElementLabels(Key(.character($0))) }.last == .picked(node))
        #expect(simulator.pressInElementLabels(Key(.character("f"))) == .ended)
    }

    @Test func `only what is in view is labelled`() throws {
        let simulator = simulator((0..<500).map { "<p id=p\($0)>\($0)</p>" }.joined(), rows: 5)
        simulator.showElementLabels()
        #expect(try #require(simulator.elementLabels.mode).labels.count <= 5)
    }

    @Test(arguments: [Key(.escape), Key(.enter), Key(.backspace)])
    func `other keys end the labels, and the page hears nothing`(key: Key) {
        let simulator = simulator("<p>One</p>")
        simulator.showElementLabels()
        #expect(simulator.pressInElementLabels(key) == .ended)
        #expect(simulator.elementLabels.mode == nil)
    }

    static let selectors: [(html: String, selector: String)] = [
        ("<p id=one class=t>", "#one"),
        ("<p class=a><p class='a t'>", "p.a.t"),
        ("<button phx-click=go class=t>", "button[phx-click=\"go\"]"),
        ("<div id=box><p class=t></div><p class=t2>", "p.t"),
        ("<div id=box><p>1<p class=phx-t data-t>2</div>", "#box > p:nth-of-type(2)"),
        ("<div id=box><b class=t>1</b></div><b class=t>2</b>", "#box b.t"),
        ("<input type=password value=hunter2 class=t>", "input.t"),
    ]

    @Test(arguments: selectors)
    func `the shortest selector that selects one element alone names it`(html: String, selector: String) throws {
        let document = Document(parsing: html)
        let node = try #require(
            document.elements(below: document.root).first { node in
                document.hasAttribute("data-t", of: node)
                    || document.attribute("class", of: node)?.split(separator: " ").contains("t") == true
            })
        #expect(CSSNames.unique(of: node, in: document) == selector)
        #expect(document.all(try Selector(selector), below: document.root) == [node])
    }
}
