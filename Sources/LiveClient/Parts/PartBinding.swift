import HTMLTree

/// Ties the nodes of a rendered tree to the document's nodes that a patch kept in the place of the ones that were made.
struct PartBinding {
    private let counterparts: [NodeID: NodeID]
    private let tree: RenderedTree
    /// Whether only what was made for the present patch is tied.
    private let isForBuilt: Bool

    init(_ counterparts: [NodeID: NodeID], tree: RenderedTree, isForBuilt: Bool = true) {
        self.counterparts = counterparts
        self.tree = tree
        self.isForBuilt = isForBuilt
    }

    func bind(_ change: PartChange) {
        switch change {
        case .text, .attributes: return
        case .siblings(let change): for binding in change.bindings { bind(binding) }
        case .element(let change): bind(change.entry, of: change.shown, from: change.rebuilt)
        }
    }

    private func bind(_ binding: SiblingsChange.Binding) {
        switch binding {
        case .element(let change):
            change.shown.nodes[change.entry] = counterpart(of: change.fresh)
            bind(change.entry, of: change.shown, from: change.rebuilt)
        // Without counterparts nothing was kept in the place of what was made.
        case _ where counterparts.isEmpty: return
        case .content(let content, let place):
            let bound = bound(content)
            if let place { place.shown.contents[place.index] = bound }
        case .rows(let rows): for row in rows { bind(row) }
        }
    }

    /// Ties what is in an entry; the entry's own element stays.
    func bind(_ entry: Int, of shown: ShownSkeleton, from rebuilt: ShownSkeleton) {
        let items = shown.skeleton.entries[entry].items
        for entry in shown.skeleton.entries(in: items).dropFirst() {
            shown.nodes[entry] = counterpart(of: rebuilt.nodes[entry])
        }
        for place in shown.skeleton.places(in: items) {
            shown.contents[place] = bound(rebuilt.contents[place])
        }
    }

    func bind(_ node: RenderedNode) {
        guard node.isBuilt || !isForBuilt else { return }
        switch node.shown {
        case .skeleton(let shown):
            shown.nodes = shown.nodes.map(counterpart)
            shown.contents = shown.contents.map(bound)
        case .rows: for row in node.rows ?? [] { bind(row) }
        case .markup(let nodes, let context): node.shown = .markup(nodes.map(counterpart), context)
        case nil: return
        }
    }

    private func bound(_ content: ShownContent) -> ShownContent {
        switch content {
        case .nothing: return content
        case .text(let node): return .text(counterpart(of: node))
        case .markup(let nodes): return .markup(nodes.map(counterpart))
        case .node(let node): bind(node)
        case .component(let cid): if let node = tree.components[cid] { bind(node) }
        }
        return content
    }

    private func counterpart(of node: NodeID) -> NodeID { counterparts[node] ?? node }
}
