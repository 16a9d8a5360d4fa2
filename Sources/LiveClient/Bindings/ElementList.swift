import HTMLTree

/// Elements in document order; those that left the page stay listed until they are looked for.
struct ElementList {
    private(set) var nodes: [NodeID] = []

    /// Drops the elements that are not on the page any more, and gives those.
    mutating func dropDisconnected(in document: Document) -> [NodeID] {
        guard !nodes.isEmpty else { return [] }
        func isGone(_ node: NodeID) -> Bool { !document.isAlive(node) || !document.isConnected(node) }
        let gone = nodes.filter(isGone)
        if !gone.isEmpty { nodes.removeAll(where: isGone) }
        return gone
    }

    mutating func remove(_ gone: Set<NodeID>) { nodes.removeAll(where: gone.contains) }

    /// Adds an element that comes after all others.
    mutating func append(_ node: NodeID) { nodes.append(node) }

    /// Adds elements that follow one another in document order with none of the list between them. All of the list must be
    /// on the page.
    mutating func insert(_ run: [NodeID], in document: Document) {
        guard let first = run.first else { return }
        var (low, high) = (0, nodes.count)
        // Most come last.
        if let last = nodes.last, document.precedes(last, first) { low = high }
        while low < high {
            let middle = (low + high) / 2
            if document.precedes(nodes[middle], first) { low = middle + 1 } else { high = middle }
        }
        nodes.insert(contentsOf: run, at: low)
    }
}
