extension Document {
    /// The connected elements of a name, lower case in HTML, in document order.
    package func elements(named name: String) -> [NodeID] {
        var found: [NodeID] = []
        var index = following(root.index, below: root.index)
        while index != NodeRecord.none {
            if records[Int(index)].kind == .element, records[Int(index)].content == name {
                found.append(NodeID(index: index, generation: records[Int(index)].generation))
            }
            index = following(index, below: root.index)
        }
        return found
    }

    /// The element that a node is directly in; nil at the top.
    package func parentElement(of node: NodeID) -> NodeID? {
        parent(of: node).flatMap { isElement($0) ? $0 : nil }
    }

    /// The nearest sibling after a node that is an element.
    package func nextElement(of node: NodeID) -> NodeID? {
        var sibling = nextSibling(of: node)
        while let next = sibling, !isElement(next) { sibling = nextSibling(of: next) }
        return sibling
    }

    /// The nearest sibling before a node that is an element.
    package func previousElement(of node: NodeID) -> NodeID? {
        var sibling = previousSibling(of: node)
        while let previous = sibling, !isElement(previous) { sibling = previousSibling(of: previous) }
        return sibling
    }

    /// The place of an element among the elements of its parent, from 1. Asked of siblings in order, each costs one step.
    func childIndex(of node: NodeID) -> Int {
        var index = 1
        var sibling = previousElement(of: node)
        if let memo = childIndexMemo, memo.node == node { return memo.index }
        while let previous = sibling {
            if let memo = childIndexMemo, memo.node == previous {
                index += memo.index
                break
            }
            index += 1
            sibling = previousElement(of: previous)
        }
        childIndexMemo = (node, index)
        return index
    }
}
