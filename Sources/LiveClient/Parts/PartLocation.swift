import HTMLTree

/// Where in a rendered tree an element of the document comes from.
struct PartLocation {
    let node: RenderedNode
    let shown: ShownTemplate
    let entry: Int
}

extension ShownNodes {
    /// Finds the template's entry that an element shows; nil when it shows none, as what was parsed.
    ///
    /// The search goes down the elements around it, and so costs no walk through the page, but one along the rows of each
    /// list on the way.
    func location(of element: NodeID, below container: NodeID) -> PartLocation? {
        var path = [element]
        path += document.ancestors(of: element).prefix { $0 != container }
        path.reverse()
        let depths = Dictionary(uniqueKeysWithValues: path.enumerated().map { ($1, $0) })
        var node: RenderedNode? = tree.root
        var depth = -1
        while let current = node {
            switch current.shown {
            case .template(let shown):
                var nearest: Int?
                for (entry, shownNode) in shown.nodes.enumerated() {
                    guard let found = depths[shownNode], found > depth else { continue }
                    (depth, nearest) = (found, entry)
                }
                if depth == path.count - 1, let nearest {
                    return PartLocation(node: current, shown: shown, entry: nearest)
                }
                node = child(of: shown, in: nearest, holding: path[depth + 1])
            case .rows: node = current.rows?.first { holds($0, path[depth + 1]) }
            case .markup, nil: return nil
            }
        }
        return nil
    }

    private func child(of shown: ShownTemplate, in entry: Int?, holding top: NodeID) -> RenderedNode? {
        for (place, content) in shown.contents.enumerated() where shown.template.places[place].parent == entry {
            switch content {
            case .nothing, .text, .markup: continue
            case .node(let node): if holds(node, top) { return node }
            case .component(let cid): if let node = component(cid), holds(node, top) { return node }
            }
        }
        return nil
    }

    /// Whether a node is among the ones at the top of what shows another.
    private func holds(_ node: RenderedNode, _ top: NodeID) -> Bool {
        if case .rows = node.shown { return node.rows?.contains { holds($0, top) } ?? false }
        return tops(of: node).contains(top)
    }
}
