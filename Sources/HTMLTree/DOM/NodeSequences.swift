/// The children of a node, first to last.
///
/// This and its like are types of their own, not opaque ones, so that other modules walk without asking witnesses.
package struct ChildNodes: Sequence, IteratorProtocol {
    private let document: Document
    private var index: Int32

    init(of node: NodeID, in document: Document) {
        self.document = document
        index = document[node].firstChild
    }

    package mutating func next() -> NodeID? {
        guard let child = document.identifier(index) else { return nil }
        index = document.records[Int(index)].nextSibling
        return child
    }
}

/// The nodes above a node, the nearest first.
package struct AncestorNodes: Sequence, IteratorProtocol {
    private let document: Document
    private var index: Int32

    init(of node: NodeID, in document: Document) {
        self.document = document
        index = document[node].parent
    }

    package mutating func next() -> NodeID? {
        guard let ancestor = document.identifier(index) else { return nil }
        index = document.records[Int(index)].parent
        return ancestor
    }
}

/// The nodes below a node in document order, or the elements among them.
package struct DescendantNodes: Sequence, IteratorProtocol {
    private let document: Document
    private let top: Int32
    private let onlyElements: Bool
    private var index: Int32

    init(of node: NodeID, in document: Document, onlyElements: Bool) {
        self.document = document
        self.onlyElements = onlyElements
        top = node.index
        index = document.following(top, below: top)
    }

    package mutating func next() -> NodeID? {
        while let node = document.identifier(index) {
            index = document.following(index, below: top)
            if !onlyElements || document[node].kind == .element { return node }
        }
        return nil
    }
}
