import HTMLTree

/// A node and those above it, the nearest first.
struct InclusiveAncestors: Sequence, IteratorProtocol {
    private let document: Document
    private var upcoming: NodeID?

    init(of node: NodeID, in document: Document) {
        self.document = document
        upcoming = node
    }

    mutating func next() -> NodeID? {
        guard let node = upcoming else { return nil }
        upcoming = document.parent(of: node)
        return node
    }
}

extension Document {
    /// A node and those above it, the nearest first.
    func inclusiveAncestors(of node: NodeID) -> InclusiveAncestors { InclusiveAncestors(of: node, in: self) }

    /// The nearest element with an attribute, from a node upwards.
    func nearest(_ attribute: String, from node: NodeID) -> NodeID? {
        inclusiveAncestors(of: node).first { hasAttribute(attribute, of: $0) }
    }

    /// Whether a node or one above it has an attribute.
    func isWithin(_ attribute: String, _ node: NodeID) -> Bool { nearest(attribute, from: node) != nil }
}
