import HTMLTree

/// Finds the document's nodes that show nodes of a rendered tree.
struct ShownNodes {
    let tree: RenderedTree
    let document: Document

    /// The first node; nil when there is none.
    func first(of node: RenderedNode) -> NodeID? {
        switch node.shown {
        case .template(let shown):
            for item in shown.template.items {
                switch item {
                case .entry(let entry):
                    if shown.template.entries[entry].parent == nil { return shown.nodes[entry] }
                case .place(let place):
                    if shown.template.places[place].parent == nil, let first = first(of: shown.contents[place]) {
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
        case .template(let shown):
            if shown.template.items.count == shown.template.entries.first?.items.count {
                return [shown.nodes[0]]
            }
            var tops: [NodeID] = []
            for item in shown.template.items {
                switch item {
                case .entry(let entry):
                    if shown.template.entries[entry].parent == nil { tops.append(shown.nodes[entry]) }
                case .place(let place):
                    if shown.template.places[place].parent == nil { tops += self.tops(of: shown.contents[place]) }
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

    /// The node that stands after a place of a template.
    ///
    /// - Parameter outer: What stands after the whole template.
    func node(after place: Int, in shown: ShownTemplate, outer: () -> NodeID?) -> NodeID? {
        var next = shown.template.places[place].next
        while let neighbour = next {
            switch neighbour {
            case .entry(let entry): return shown.nodes[entry]
            case .place(let place):
                if let first = first(of: shown.contents[place]) { return first }
                next = shown.template.places[place].next
            }
        }
        return shown.template.places[place].parent == nil ? outer() : nil
    }

    /// The element that carries the attributes of a root, if the whole node is in it and it is on the page.
    func rootElement(of node: RenderedNode) -> NodeID? {
        switch node.shown {
        case .template(let shown):
            guard let entry = shown.identity?.entry, shown.template.entries[entry].parent == nil,
                document.isAlive(shown.nodes[entry]), !shown.template.places.contains(where: { $0.parent == nil })
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
