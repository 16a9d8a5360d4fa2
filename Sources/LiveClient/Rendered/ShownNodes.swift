import HTMLTree

/// Finds the document's nodes that show nodes of a rendered tree.
struct ShownNodes {
    let tree: RenderedTree
    let document: Document

    /// The first node; nil when there is none.
    func first(of node: RenderedNode) -> NodeID? {
        switch node.shown {
        case .skeleton(let shown):
            for item in shown.skeleton.items {
                switch item {
                case .entry(let entry):
                    if shown.skeleton.entries[entry].parent == nil { return shown.nodes[entry] }
                case .place(let place):
                    if shown.skeleton.places[place].parent == nil, let first = first(of: shown.contents[place]) {
                        return first
                    }
                }
            }
            return nil
        case .rows:
            if isReplaced(node) { return rowTops(of: node).first }
            for row in node.rows ?? [] {
                if let first = first(of: row) { return first }
            }
            return nil
        case .markup(let nodes, _): return nodes.first
        case nil: return nil
        }
    }

    func first(of content: ShownContent) -> NodeID? {
        switch content {
        case .nothing: nil
        case .text(let node): node
        case .markup(let nodes): nodes.first
        case .node(let node): first(of: node)
        case .component(let cid): component(cid).flatMap(first)
        }
    }

    /// All nodes at the top, in order.
    func tops(of node: RenderedNode) -> [NodeID] {
        switch node.shown {
        case .skeleton(let shown):
            if shown.skeleton.items.count == shown.skeleton.entries.first?.items.count {
                return [shown.nodes[0]]
            }
            var tops: [NodeID] = []
            for item in shown.skeleton.items {
                switch item {
                case .entry(let entry):
                    if shown.skeleton.entries[entry].parent == nil { tops.append(shown.nodes[entry]) }
                case .place(let place):
                    if shown.skeleton.places[place].parent == nil { tops += self.tops(of: shown.contents[place]) }
                }
            }
            return tops
        case .rows: return isReplaced(node) ? rowTops(of: node) : (node.rows ?? []).flatMap(tops)
        case .markup(let nodes, _): return nodes
        case nil: return []
        }
    }

    /// Whether the page shows other rows of a list than it has now, and will until they are all shown anew.
    private func isReplaced(_ list: RenderedNode) -> Bool {
        guard !list.isBuilt, case .all(let gone) = list.changes.rows else { return false }
        return !gone.isEmpty
    }

    /// The nodes of all rows on the page, those of rows that are gone from the list too.
    private func rowTops(of list: RenderedNode) -> [NodeID] {
        let rows = (list.changes.rows?.gone ?? []) + (list.rows ?? [])
        let nodes = rows.flatMap(tops).filter(document.isAlive)
        guard let parent = nodes.first.flatMap(document.parent) else { return [] }
        let all = Set(nodes)
        return document.children(of: parent).filter(all.contains)
    }

    func tops(of content: ShownContent) -> [NodeID] {
        switch content {
        case .nothing: []
        case .text(let node): [node]
        case .markup(let nodes): nodes
        case .node(let node): tops(of: node)
        case .component(let cid): component(cid).map(tops) ?? []
        }
    }

    /// The node that shows a component now, which may be about to be replaced.
    func component(_ cid: Int) -> RenderedNode? {
        guard let node = tree.components[cid] else { return nil }
        return node.predecessor ?? node
    }

    /// The node that stands after a place of a skeleton.
    ///
    /// - Parameter outer: What stands after the whole skeleton.
    func node(after place: Int, in shown: ShownSkeleton, outer: () -> NodeID?) -> NodeID? {
        var next = shown.skeleton.places[place].next
        while let neighbour = next {
            switch neighbour {
            case .entry(let entry): return shown.nodes[entry]
            case .place(let place):
                if let first = first(of: shown.contents[place]) { return first }
                next = shown.skeleton.places[place].next
            }
        }
        return shown.skeleton.places[place].parent == nil ? outer() : nil
    }

    /// The element that carries the attributes of a root, if the whole node is in it and it is on the page.
    func rootElement(of node: RenderedNode) -> NodeID? {
        switch node.shown {
        case .skeleton(let shown):
            guard let entry = shown.identity?.entry, shown.skeleton.entries[entry].parent == nil,
                document.isAlive(shown.nodes[entry]), !shown.skeleton.places.contains(where: { $0.parent == nil })
            else { return nil }
            return shown.nodes[entry]
        case .markup(let nodes, _):
            guard nodes.count == 1, document.isAlive(nodes[0]),
                document.hasAttribute(ViewAttribute.magicID, of: nodes[0])
            else {
                return nil
            }
            return nodes[0]
        case .rows, nil: return nil
        }
    }
}

/// Where in a rendered tree an element of the document comes from.
struct ShownLocation {
    let node: RenderedNode
    let shown: ShownSkeleton
    let entry: Int
}

extension ShownNodes {
    /// Finds the skeleton's entry that an element shows; nil when it shows none, as what was parsed.
    ///
    /// The search goes down the elements around it, and so costs no walk through the page, but one along the rows of each
    /// list on the way.
    func location(of element: NodeID, below container: NodeID) -> ShownLocation? {
        var path = [element]
        path += document.ancestors(of: element).prefix { $0 != container }
        path.reverse()
        let depths = Dictionary(uniqueKeysWithValues: path.enumerated().map { ($1, $0) })
        var node: RenderedNode? = tree.root
        var depth = -1
        while let current = node {
            switch current.shown {
            case .skeleton(let shown):
                var nearest: Int?
                for (entry, shownNode) in shown.nodes.enumerated() {
                    guard let found = depths[shownNode], found > depth else { continue }
                    (depth, nearest) = (found, entry)
                }
                if depth == path.count - 1, let nearest {
                    return ShownLocation(node: current, shown: shown, entry: nearest)
                }
                node = child(of: shown, in: nearest, holding: path[depth + 1])
            case .rows: node = current.rows?.first { holds($0, path[depth + 1]) }
            case .markup, nil: return nil
            }
        }
        return nil
    }

    private func child(of shown: ShownSkeleton, in entry: Int?, holding top: NodeID) -> RenderedNode? {
        for (place, content) in shown.contents.enumerated() where shown.skeleton.places[place].parent == entry {
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
