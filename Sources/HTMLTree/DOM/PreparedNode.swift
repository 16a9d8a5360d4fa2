/// An element, text or comment that is made again and again, as the nodes of a template are.
package struct PreparedNode: Sendable {
    package let kind: NodeKind
    let namespace: Namespace
    let content: String
    package let attributes: [Attribute]
    /// Whether the attributes say what the element is called or refers to.
    let isReferring: Bool

    /// The name of an element; empty for other nodes.
    package var name: String { kind == .element ? content : "" }

    /// The text of a text node or comment; empty for other nodes.
    package var text: String { kind == .text || kind == .comment ? content : "" }

    /// What a node is by itself, without what is below it.
    package init(_ node: NodeID, in document: Document, attributes: [Attribute]) {
        let record = document[node]
        kind = record.kind
        namespace = record.namespace
        content = record.content
        self.attributes = attributes
        isReferring = ReferenceIndex.refers(attributes)
    }
}

extension Document {
    /// Makes a prepared node the last child of another.
    package func append(_ prepared: PreparedNode, to parent: NodeID) -> NodeID {
        append(prepared, attributes: prepared.attributes, isReferring: prepared.isReferring, to: parent)
    }

    /// Makes a prepared element, with other attributes, the last child of another.
    package func append(_ prepared: PreparedNode, attributes: [Attribute], to parent: NodeID) -> NodeID {
        append(prepared, attributes: attributes, isReferring: ReferenceIndex.refers(attributes), to: parent)
    }

    private func append(
        _ prepared: PreparedNode, attributes: [Attribute], isReferring: Bool, to parent: NodeID
    ) -> NodeID {
        var record = NodeRecord(kind: prepared.kind, namespace: prepared.namespace, content: prepared.content)
        record.attributes = attributes
        let node = nodes.append(record, to: parent)
        if isReferring { index(node) }
        childIndexMemo = nil
        noteEditedChildren(of: parent)
        return node
    }

    /// Makes a text a child of a node, before another one or last.
    package func insert(text: String, into parent: NodeID, before sibling: NodeID?) -> NodeID {
        childIndexMemo = nil
        noteEditedChildren(of: parent)
        return nodes.insert(NodeRecord(kind: .text, content: text), into: parent, before: sibling)
    }

    /// Makes a text the last child of a node.
    package func append(text: String, to parent: NodeID) -> NodeID {
        childIndexMemo = nil
        noteEditedChildren(of: parent)
        return nodes.append(NodeRecord(kind: .text, content: text), to: parent)
    }
}
