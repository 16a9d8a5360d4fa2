extension Document {
    package func createElement(
        _ name: String, namespace: Namespace = .html, attributes: [Attribute] = []
    ) -> NodeID {
        var record = NodeRecord(kind: .element, namespace: namespace, content: name)
        record.attributes = attributes
        return store(record)
    }

    package func createText(_ text: String) -> NodeID { store(NodeRecord(kind: .text, content: text)) }

    package func createComment(_ text: String) -> NodeID { store(NodeRecord(kind: .comment, content: text)) }

    package func createFragment() -> NodeID { store(NodeRecord(kind: .fragment, content: "")) }

    /// Makes a doctype. Its identifiers are kept as its attributes `public` and `system`, where they are not empty.
    package func createDoctype(
        _ name: String, publicIdentifier: String = "", systemIdentifier: String = ""
    ) -> NodeID {
        store(
            NodeRecord(doctype: name, publicIdentifier: publicIdentifier, systemIdentifier: systemIdentifier))
    }

    /// Makes a node the last child of another, taking it from where it was. A fragment gives its children instead.
    package func append(_ node: NodeID, to parent: NodeID) { insert(node, into: parent, before: nil) }

    /// Puts a node before a child of `parent`, or last when `sibling` is nil. A fragment gives its children instead.
    package func insert(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        if self[node].kind == .fragment {
            while let child = firstChild(of: node) { insert(child, into: parent, before: sibling) }
            return
        }
        childIndexMemo = nil
        noteEditedChildren(of: self.parent(of: node))
        noteEditedChildren(of: parent)
        nodes.insert(node, into: parent, before: sibling)
    }

    /// Takes a node out of its parent and keeps it, to be put elsewhere.
    package func detach(_ node: NodeID) {
        childIndexMemo = nil
        noteEditedChildren(of: parent(of: node))
        nodes.detach(node)
    }

    /// Takes a node out of the tree and frees it with all below it.
    package func remove(_ node: NodeID) {
        precondition(node != root, "the document node cannot be removed")
        detach(node)
        var pending = [node]
        while let next = pending.popLast() {
            pending.append(contentsOf: children(of: next))
            // To ask a table that is empty costs less than to look into it.
            if !templateContents.isEmpty, let content = templateContents.removeValue(forKey: next) {
                pending.append(content)
            }
            if !controls.isEmpty { controls[next] = nil }
            forgetEdits(of: next)
            if activeElement == next { activeElement = nil }
            release(next)
        }
    }

    /// Frees all children of a node.
    package func removeChildren(of node: NodeID) {
        while let child = firstChild(of: node) { remove(child) }
    }

    private func store(_ record: NodeRecord) -> NodeID {
        let node = nodes.add(record)
        index(node)
        return node
    }

    /// Notes what an element refers to, where that is kept.
    func index(_ node: NodeID) {
        guard referenceIndex != nil else { return }
        for attribute in attributes(of: node) { referenceIndex?.add(node, attribute) }
    }

    private func release(_ node: NodeID) {
        if referenceIndex != nil {
            for attribute in attributes(of: node) { referenceIndex?.remove(node, attribute) }
        }
        nodes.free(node)
    }
}
