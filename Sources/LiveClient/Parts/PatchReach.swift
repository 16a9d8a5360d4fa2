import HTMLTree

/// Which elements of a view a diff reaches: all that a patch of the whole view would make like the new HTML
/// (CLIENT.md 9.6 and 10).
struct PatchReach {
    private let client: LiveClient
    private let view: ViewChannel
    /// Whether the diff changed the view itself, and not components alone.
    private let reachesView: Bool
    /// The names of the roots and components in which something changed.
    private var changed: Set<String> = []

    init(_ client: LiveClient, view: ViewChannel, tree: RenderedTree, components cids: [Int], reachesView: Bool) {
        self.client = client
        self.view = view
        self.reachesView = reachesView
        if reachesView { collect(tree.root, viewID: tree.viewID, depth: 0) }
        for cid in cids {
            changed.insert("c\(cid)-\(tree.viewID)")
            if let node = tree.components[cid] { collect(node, viewID: tree.viewID, depth: 0) }
        }
    }

    private mutating func collect(_ node: RenderedNode, viewID: String, depth: Int) {
        guard node.isChanged, depth < RenderedMerge.depthLimit else { return }
        if let magic = node.magicID { changed.insert("m\(magic)-\(viewID)") }
        for index in node.changes.dynamics {
            if case .node(let child) = node.dynamics[index] { collect(child, viewID: viewID, depth: depth + 1) }
        }
        guard case .edits(let edits) = node.changes.rows else { return }
        for row in edits.updated { collect(row, viewID: viewID, depth: depth + 1) }
    }

    /// Whether the diff reaches an element on the page.
    func contains(_ element: NodeID) -> Bool {
        let document = client.document
        var current: NodeID? = element
        while let node = current {
            if node == view.container { return reachesView && node != element }
            guard document.isElement(node) else { return false }
            if document.hasAttribute("data-phx-session", of: node) { return false }
            if client.page.nodes.has(node), client.page.nodes[node].isLeaving { return false }
            if node != element, keepsContent(of: node, in: document) { return false }
            if let name = document.attribute("data-phx-id", of: node) {
                if !changed.contains(name) { return false }
                if !reachesView, document.hasAttribute("data-phx-component", of: node) { return true }
            }
            current = client.logicalParent(of: node)
        }
        return false
    }

    /// Whether rules keep what is in an element from patches.
    private func keepsContent(of node: NodeID, in document: Document) -> Bool {
        switch document.attribute("phx-update", of: node) ?? document.attribute("data-phx-update", of: node) {
        case "ignore", "stream", "append", "prepend": true
        default: false
        }
    }
}
