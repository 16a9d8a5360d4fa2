extension Document {
    /// The connected element with an `id`; of several the first in document order.
    package func element(withID id: String) -> NodeID? {
        if let only = references.byID.onlyNode(under: id) { return isConnected(only) ? only : nil }
        return firstInDocumentOrder(references.byID.nodes(under: id).filter(isConnected))
    }

    /// What refers to what; made when first asked for, and kept by every change from then on.
    var references: ReferenceIndex {
        if let references = referenceIndex { return references }
        var made = ReferenceIndex()
        for (index, record) in records.enumerated() where record.isAlive && record.kind == .element {
            let node = NodeID(index: Int32(index), generation: record.generation)
            for attribute in record.attributes { made.add(node, attribute) }
        }
        referenceIndex = made
        return made
    }

    /// Whether a connected node comes before another in document order; a node comes before what is below it.
    package func precedes(_ first: NodeID, _ second: NodeID) -> Bool {
        guard first != second else { return false }
        if self[first].parent == self[second].parent, self[first].parent != NodeRecord.none {
            return isBefore(first, sibling: second)
        }
        let firstPath = pathFromRoot(to: first)
        let secondPath = pathFromRoot(to: second)
        let shared = zip(firstPath, secondPath).prefix { $0 == $1 }.count
        guard shared < firstPath.count else { return true }
        guard shared < secondPath.count else { return false }
        return isBefore(firstPath[shared], sibling: secondPath[shared])
    }

    /// Whether a node comes before one of its siblings. Both ways are looked along, so that neighbours are found at once.
    private func isBefore(_ first: NodeID, sibling second: NodeID) -> Bool {
        var (next, previous) = (self[first].nextSibling, self[first].previousSibling)
        while next != NodeRecord.none, previous != NodeRecord.none {
            if next == second.index { return true }
            if previous == second.index { return false }
            next = records[Int(next)].nextSibling
            previous = records[Int(previous)].previousSibling
        }
        while next != NodeRecord.none {
            if next == second.index { return true }
            next = records[Int(next)].nextSibling
        }
        return false
    }

    func firstInDocumentOrder(_ nodes: [NodeID]) -> NodeID? {
        nodes.min(by: precedes)
    }

    private func pathFromRoot(to node: NodeID) -> [NodeID] {
        var path = [node]
        path.append(contentsOf: ancestors(of: node))
        return path.reversed()
    }
}
