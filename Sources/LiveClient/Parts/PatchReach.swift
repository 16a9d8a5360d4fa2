import HTMLTree

/// Which elements of a view a diff reaches: all that a patch of the whole view would make like the new HTML
/// (TheWire.md, "Unchanged roots"; TheClientsRules.md, "What an update does to an element").
final class PatchReach {
    private let page: PatchedPage
    private let view: ViewChannel
    private let tree: RenderedTree
    private let cids: [Int]
    /// Whether the diff changed the view itself, and not components alone.
    private let reachesView: Bool
    /// The names of the roots and components in which something changed. To be asked for before that is shown.
    private lazy var changed = collectChanged()

    var viewID: String { view.id }

    init(of page: PatchedPage, view: ViewChannel, tree: RenderedTree, components cids: [Int], reachesView: Bool) {
        self.page = page
        self.view = view
        self.reachesView = reachesView
        self.tree = tree
        self.cids = cids
    }

    private func collectChanged() -> Set<String> {
        var names: Set<String> = []
        if reachesView { collect(tree.root, into: &names, depth: 0) }
        for cid in cids {
            names.insert(RootName.component(cid).text(inViewWithID: tree.viewID))
            if let node = tree.components[cid] { collect(node, into: &names, depth: 0) }
        }
        return names
    }

    private func collect(_ node: RenderedNode, into names: inout Set<String>, depth: Int) {
        guard node.isChanged, depth < RenderedMerge.depthLimit else { return }
        if let magic = node.magicID { names.insert(RootName.root(magic).text(inViewWithID: tree.viewID)) }
        for index in node.changes.dynamics {
            if case .node(let child) = node.dynamics[index] { collect(child, into: &names, depth: depth + 1) }
        }
        guard case .edits(let edits) = node.changes.rows else { return }
        for row in edits.updated { collect(row, into: &names, depth: depth + 1) }
    }

    /// Whether the diff reaches an element on the page.
    func contains(_ element: NodeID) -> Bool {
        let document = page.document
        var current: NodeID? = element
        while let node = current {
            if node == view.container { return reachesView && node != element }
            guard document.isElement(node) else { return false }
            if node != element, document.hasAttribute(ViewAttribute.session, of: node) { return false }
            if page.nodes.state(of: node)?.isLeaving == true { return false }
            if node != element, keepsContent(of: node, in: document) { return false }
            if let name = document.attribute(ViewAttribute.magicID, of: node) {
                let isComponent = document.hasAttribute(ViewAttribute.component, of: node)
                if changed.contains(name) {
                    if !reachesView, isComponent { return true }
                } else if reachesView || !isComponent {
                    // A patch of components makes those in them too, whether they changed or not.
                    return false
                }
            }
            current = page.views.logicalParent(of: node)
        }
        return false
    }

    /// Whether rules keep what is in an element from patches.
    private func keepsContent(of node: NodeID, in document: Document) -> Bool {
        switch document.attribute(BindingName.update, of: node) ?? document.attribute(ViewAttribute.update, of: node) {
        case "ignore", "stream", "append", "prepend": true
        default: false
        }
    }

    /// Whether what is in an element cannot be equal to what the view says of it, though nothing in it changed: a browser
    /// compares whole elements before it calls a hook, and so finds what is left alone, or is the client's own.
    func holdsForeign(_ element: NodeID) -> Bool {
        let document = page.document
        return document.elements(below: element).contains { node in
            if let name = document.attribute(ViewAttribute.magicID, of: node), !changed.contains(name),
                reachesView || !document.hasAttribute(ViewAttribute.component, of: node)
            {
                return true
            }
            if document.hasAttribute(PendingMark.source, of: node) { return true }
            if document.hasAttribute(ViewAttribute.session, of: node) || isStream(node) {
                return document.firstChild(of: node) != nil
            }
            return page.nodes.state(of: node)?.sticky.isEmpty == false
        }
    }

    private func isStream(_ node: NodeID) -> Bool {
        page.document.attribute(BindingName.update, of: node) == "stream"
    }
}
