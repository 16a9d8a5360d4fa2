import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Changes an element's lasting effects and shows them.
    func changeEffects(of node: NodeID, _ change: (inout StickyEffects) -> Void) {
        guard document.isAlive(node) else { return }
        change(&page.nodes[node].sticky)
        page.nodes[node].sticky.apply(to: node, in: document)
    }

    /// Sets an attribute for good, or removes it for good.
    func setAttribute(_ name: String, to value: String?, of node: NodeID) {
        changeEffects(of: node) { $0.setAttribute(name, to: value) }
    }

    func toggleAttribute(_ name: String, _ value: String, _ other: String?, of node: NodeID) {
        let present = document.attribute(name, of: node)
        let next = present == nil ? value : other.map { present == value ? $0 : value }
        setAttribute(name, to: next, of: node)
    }
}
