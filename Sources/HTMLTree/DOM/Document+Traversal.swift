extension Document {
    package func kind(of node: NodeID) -> NodeKind { self[node].kind }

    package func isElement(_ node: NodeID) -> Bool { self[node].kind == .element }

    package func isText(_ node: NodeID) -> Bool { self[node].kind == .text }

    package func parent(of node: NodeID) -> NodeID? { identifier(self[node].parent) }

    package func firstChild(of node: NodeID) -> NodeID? { identifier(self[node].firstChild) }

    package func lastChild(of node: NodeID) -> NodeID? { identifier(self[node].lastChild) }

    package func nextSibling(of node: NodeID) -> NodeID? { identifier(self[node].nextSibling) }

    package func previousSibling(of node: NodeID) -> NodeID? { identifier(self[node].previousSibling) }

    /// The children of a node, first to last.
    package func children(of node: NodeID) -> some Sequence<NodeID> {
        sequence(state: self[node].firstChild) { [self] index -> NodeID? in
            guard let child = identifier(index) else { return nil }
            index = records[Int(index)].nextSibling
            return child
        }
    }

    /// The nodes above a node, the nearest first.
    package func ancestors(of node: NodeID) -> some Sequence<NodeID> {
        sequence(state: self[node].parent) { [self] index -> NodeID? in
            guard let ancestor = identifier(index) else { return nil }
            index = records[Int(index)].parent
            return ancestor
        }
    }

    /// The nodes below a node in document order.
    package func descendants(of node: NodeID) -> some Sequence<NodeID> {
        sequence(state: following(node.index, below: node.index)) { [self] index -> NodeID? in
            guard let next = identifier(index) else { return nil }
            index = following(index, below: node.index)
            return next
        }
    }

    /// The elements below a node in document order.
    package func elements(below node: NodeID) -> some Sequence<NodeID> {
        descendants(of: node).lazy.filter { [self] in isElement($0) }
    }

    /// Whether a node is the other, or lies below it.
    package func contains(_ ancestor: NodeID, _ node: NodeID) -> Bool {
        node == ancestor || ancestors(of: node).contains(ancestor)
    }

    /// Whether a node belongs to the tree under `root`.
    package func isConnected(_ node: NodeID) -> Bool { contains(root, node) }

    /// The node after `index` in document order, without leaving the subtree of `top`; no stack is needed.
    func following(_ index: Int32, below top: Int32) -> Int32 {
        var current = index
        if records[Int(current)].firstChild != NodeRecord.none { return records[Int(current)].firstChild }
        while current != top {
            let record = records[Int(current)]
            if record.nextSibling != NodeRecord.none { return record.nextSibling }
            if record.parent == NodeRecord.none { return NodeRecord.none }
            current = record.parent
        }
        return NodeRecord.none
    }

    /// The node after another one in document order that is not below it, without leaving the subtree of `top`.
    package func nodeAfter(_ node: NodeID, below top: NodeID) -> NodeID? {
        identifier(followingSkippingChildren(node, below: top))
    }

    func followingSkippingChildren(_ node: NodeID, below top: NodeID) -> Int32 {
        var current = node.index
        while current != top.index {
            let record = records[Int(current)]
            if record.nextSibling != NodeRecord.none { return record.nextSibling }
            if record.parent == NodeRecord.none { return NodeRecord.none }
            current = record.parent
        }
        return NodeRecord.none
    }
}
