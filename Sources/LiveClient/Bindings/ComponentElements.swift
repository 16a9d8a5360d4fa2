import HTMLTree

/// Finds the elements that stand for components by their numbers.
struct ComponentElements {
    /// By number as written. What is not so any more stays until somebody asks for it, or until there is much of it.
    private var nodes: [String: [NodeID]] = [:]
    private var count = 0
    /// The count at which those that are gone are looked for.
    private var limit = 64

    mutating func add(_ node: NodeID, cid: String, in document: Document) {
        guard nodes[cid]?.contains(node) != true else { return }
        nodes[cid, default: []].append(node)
        count += 1
        guard count > limit else { return }
        nodes = nodes.compactMapValues { nodes in
            let living = nodes.filter(document.isAlive)
            return living.isEmpty ? nil : living
        }
        count = nodes.values.reduce(0) { $0 + $1.count }
        limit = max(64, 2 * count)
    }

    /// The connected element of a component; of several the first in document order.
    func element(ofComponent cid: Int, inViewWithID viewID: String, in document: Document) -> NodeID? {
        let cid = String(cid)
        return nodes[cid]?.filter {
            document.isAlive($0) && document.attribute(ViewAttribute.component, of: $0) == cid
                && document.attribute(ViewAttribute.view, of: $0) == viewID && document.isConnected($0)
        }.min(by: document.precedes)
    }
}
