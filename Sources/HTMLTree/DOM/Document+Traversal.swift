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
    package func children(of node: NodeID) -> ChildNodes { ChildNodes(of: node, in: self) }

    /// The nodes above a node, the nearest first.
    package func ancestors(of node: NodeID) -> AncestorNodes { AncestorNodes(of: node, in: self) }

    /// The nodes below a node in document order.
    package func descendants(of node: NodeID) -> DescendantNodes {
        DescendantNodes(of: node, in: self, onlyElements: false)
    }

    /// The elements below a node in document order.
    package func elements(below node: NodeID) -> DescendantNodes {
        DescendantNodes(of: node, in: self, onlyElements: true)
    }

    /// Whether a node is the other, or lies below it.
    package func contains(_ ancestor: NodeID, _ node: NodeID) -> Bool {
        guard node != ancestor else { return true }
        var index = self[node].parent
        while index != NodeRecord.none, index != ancestor.index { index = records[Int(index)].parent }
        return index != NodeRecord.none && records[Int(index)].generation == ancestor.generation
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
