import HTMLTree
import Testing

@Suite struct ReferenceIndexTests {
    private func element(_ document: Document, id: String) -> NodeID {
        document.createElement("p", attributes: [Attribute(name: "id", value: id)])
    }

    @Test("An element is found by its id as long as it is connected")
    func connected() {
        let document = Document()
        let node = element(document, id: "a")
        #expect(document.element(withID: "a") == nil)
        document.append(node, to: document.root)
        #expect(document.element(withID: "a") == node)
        document.detach(node)
        #expect(document.element(withID: "a") == nil)
        document.append(node, to: document.root)
        document.remove(node)
        #expect(document.element(withID: "a") == nil)
    }

    @Test("An id that changes is found under its new value only")
    func changed() {
        let document = Document()
        let node = element(document, id: "a")
        document.append(node, to: document.root)
        #expect(document.element(withID: "a") == node)
        document.setAttribute("id", to: "b", of: node)
        #expect(document.element(withID: "a") == nil)
        #expect(document.element(withID: "b") == node)
        document.removeAttribute("id", of: node)
        #expect(document.element(withID: "b") == nil)
        let late = element(document, id: "c")
        document.append(late, to: node)
        #expect(document.element(withID: "c") == late)
    }

    @Test("Of several elements with one id the first in document order is found")
    func several() {
        let document = Document()
        let outer = document.createElement("div")
        document.append(outer, to: document.root)
        let last = element(document, id: "a")
        document.append(last, to: document.root)
        let inner = element(document, id: "a")
        document.append(inner, to: outer)
        #expect(document.element(withID: "a") == inner)
        document.insert(last, into: document.root, before: outer)
        #expect(document.element(withID: "a") == last)
        document.remove(last)
        #expect(document.element(withID: "a") == inner)
    }
}
