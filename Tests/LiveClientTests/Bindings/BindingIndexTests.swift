import HTMLTree
import TestSupport
import Testing

@testable import LiveClient

@Suite("The index of bindings")
struct BindingIndexTests {
    private let document = Document(
        parsing: """
            <main id=m>
            <p id=k phx-window-keydown=k phx-window-keyup=k>
            <p id=a phx-click-away=a><p id=b phx-click-away=b aria-modal=true>
            <p id=f phx-click=lv:clear-flash><p id=c phx-click=save>
            <ul id=v phx-viewport-top=v></ul>
            </main>
            """)

    private func names(_ kind: BindingIndex.Kind, in index: BindingIndex) -> [String] {
        index.elements(kind).map { document.attribute("id", of: $0) ?? "-" }
    }

    private func element(_ id: String) throws -> NodeID { try #require(document.element(withID: id)) }

    @Test("tells what elements are, in document order")
    func findsKinds() {
        let index = BindingIndex(of: document)
        #expect(names(.windowKeydown, in: index) == ["k"])
        #expect(names(.windowKeyup, in: index) == ["k"])
        #expect(names(.clickAway, in: index) == ["a", "b"])
        #expect(names(.modal, in: index) == ["b"])
        #expect(names(.clearFlash, in: index) == ["f"])
        #expect(names(.viewport, in: index) == ["v"])
        #expect(!index.hasElements(.windowFocus))
    }

    @Test("follows what is set, taken away, moved and removed")
    func followsChanges() throws {
        let index = BindingIndex(of: document)
        #expect(names(.clickAway, in: index) == ["a", "b"])
        document.setAttribute("phx-click-away", to: "c", of: try element("c"))
        #expect(names(.clickAway, in: index) == ["a", "b", "c"])
        document.append(try element("a"), to: try element("m"))
        #expect(names(.clickAway, in: index) == ["b", "c", "a"])
        document.removeAttribute("phx-click-away", of: try element("c"))
        document.remove(try element("b"))
        #expect(names(.clickAway, in: index) == ["a"])
        #expect(names(.modal, in: index).isEmpty)
    }

    @Test("does not know what is off the page, and knows it again when it is put back")
    func followsDetaching() throws {
        let index = BindingIndex(of: document)
        let modal = try element("b")
        document.detach(modal)
        #expect(names(.modal, in: index).isEmpty)
        document.append(modal, to: try element("v"))
        #expect(names(.modal, in: index) == ["b"])
        #expect(names(.clickAway, in: index) == ["a", "b"])
    }

    @Test("finds the element of a component, of several the first on the page")
    func findsComponents() throws {
        let index = BindingIndex(of: document)
        #expect(index.element(ofComponent: 1, inViewWithID: "x") == nil)
        for id in ["c", "a"] {
            document.setAttribute("data-phx-component", to: "1", of: try element(id))
            document.setAttribute("data-phx-view", to: "x", of: try element(id))
        }
        #expect(index.element(ofComponent: 1, inViewWithID: "x") == (try element("a")))
        #expect(index.element(ofComponent: 1, inViewWithID: "y") == nil)
        document.setAttribute("data-phx-component", to: "2", of: try element("a"))
        #expect(index.element(ofComponent: 1, inViewWithID: "x") == (try element("c")))
        #expect(index.element(ofComponent: 2, inViewWithID: "x") == (try element("a")))
    }

    @Test("knows after any changes what a walk through the whole page finds", arguments: 0..<60)
    func agreesWithWalk(seed: Int) {
        var page = ChangingPage(seed: UInt64(seed))
        let index = BindingIndex(of: page.document)
        for _ in 0..<40 {
            // More changes at once than a document keeps are looked for in another way.
            page.change(times: page.isEventful ? 120 : Int.random(in: 1...6, using: &page.generator))
            for kind in BindingIndex.Kind.allCases where Bool.random(using: &page.generator) {
                #expect(index.elements(kind) == page.walk(for: kind))
            }
            for cid in 0..<4 {
                #expect(index.element(ofComponent: cid, inViewWithID: "v") == page.walk(forComponent: cid))
            }
        }
    }
}

/// A page of elements with bindings that changes at random.
private struct ChangingPage {
    let document = Document(parsing: "<body></body>")
    var generator: SeededGenerator
    /// Elements off the page, to be put back.
    private var detached: [NodeID] = []

    private static let attributes = [
        "phx-click": ["lv:clear-flash", "save", #"[["push",{"event":"lv:clear-flash","value":{"key":"info"}}]]"#],
        "phx-click-away": ["x"], "phx-window-keydown": ["x"], "phx-window-keyup": ["x"], "phx-window-focus": ["x"],
        "phx-window-blur": ["x"], "phx-viewport-top": ["x"], "phx-viewport-bottom": ["x"], "phx-track-static": [""],
        "phx-hook": ["H"], "phx-mounted": ["x"], "phx-connected": ["x"], "autofocus": [""],
        "aria-modal": ["true", "false"], "data-phx-session": ["s"], "data-phx-parent-id": ["p"],
        "data-phx-component": ["0", "1", "2", "3"], "data-phx-view": ["v", "v", "w"], "class": ["c"],
    ].sorted { $0.key < $1.key }

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Whether very much changes at once now.
    var isEventful: Bool { mutating get { Int.random(in: 0..<8, using: &generator) == 0 } }

    private var elements: [NodeID] { Array(document.elements(below: document.root)) }

    mutating func change(times: Int) {
        for _ in 0..<times { change() }
    }

    private mutating func change() {
        let elements = elements
        guard let node = elements.randomElement(using: &generator),
            let other = elements.randomElement(using: &generator)
        else { return }
        switch Int.random(in: 0..<9, using: &generator) {
        case 0...2: setAttribute(of: node)
        case 3:
            let attribute = document.attributes(of: node).randomElement(using: &generator)
            if let attribute { document.removeAttribute(attribute.name, of: node) }
        case 4,
            5 where elements.count < 200:
            document.append(made(), to: node)
        case 6:
            let sibling = document.children(of: other).first { _ in Bool.random(using: &generator) }
            if !document.contains(node, other), sibling != node { document.insert(node, into: other, before: sibling) }
        case 7 where isLeaf(node) || elements.count > 100:
            if document.parent(of: node) != document.root { document.remove(node) }
        case 8:
            if let back = detached.popLast() {
                document.append(back, to: node)
            } else if document.parent(of: node) != document.root, document.name(of: node) == "div" {
                document.detach(node)
                detached.append(node)
            }
        case _: break
        }
    }

    private func isLeaf(_ node: NodeID) -> Bool { document.firstChild(of: node) == nil }

    private mutating func setAttribute(of node: NodeID) {
        guard let (name, values) = Self.attributes.randomElement(using: &generator),
            let value = values.randomElement(using: &generator)
        else { return }
        document.setAttribute(name, to: value, of: node)
    }

    /// A new element with some below it.
    private mutating func made() -> NodeID {
        let top = document.createElement("div")
        for _ in 0..<Int.random(in: 0...3, using: &generator) { setAttribute(of: top) }
        if Bool.random(using: &generator) { document.append(made(), to: top) }
        return top
    }

    // MARK: Walks

    func walk(for kind: BindingIndex.Kind) -> [NodeID] {
        elements.filter { node in
            func has(_ name: String) -> Bool { document.hasAttribute(name, of: node) }
            return switch kind {
            case .windowKeydown: has("phx-window-keydown")
            case .windowKeyup: has("phx-window-keyup")
            case .windowFocus: has("phx-window-focus")
            case .windowBlur: has("phx-window-blur")
            case .clickAway: has("phx-click-away")
            case .viewport: has("phx-viewport-top") || has("phx-viewport-bottom")
            case .clearFlash: document.attribute("phx-click", of: node)?.contains("lv:clear-flash") == true
            case .modal: document.attribute("aria-modal", of: node) == "true"
            case .viewContainer: has("data-phx-session") || has("data-phx-parent-id")
            case .trackedStatic: has("phx-track-static")
            case .lifecycle: ["phx-hook", "phx-mounted", "phx-connected", "phx-disconnected"].contains(where: has)
            case .feedback: has("phx-feedback-for")
            case .autofocus: has("autofocus")
            }
        }
    }

    func walk(forComponent cid: Int) -> NodeID? {
        elements.first {
            document.attribute("data-phx-component", of: $0) == String(cid)
                && document.attribute("data-phx-view", of: $0) == "v"
        }
    }
}
