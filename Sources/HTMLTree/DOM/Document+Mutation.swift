extension Document {
    public func createElement(
        _ name: String, namespace: Namespace = .html, attributes: [Attribute] = []
    ) -> NodeID {
        var record = NodeRecord(kind: .element, namespace: namespace, content: name)
        record.attributes = attributes
        return store(record)
    }

    public func createText(_ text: String) -> NodeID { store(NodeRecord(kind: .text, content: text)) }

    public func createComment(_ text: String) -> NodeID { store(NodeRecord(kind: .comment, content: text)) }

    public func createFragment() -> NodeID { store(NodeRecord(kind: .fragment, content: "")) }

    /// Makes a doctype. Its identifiers are kept as its attributes `public` and `system`, where they are not empty.
    public func createDoctype(
        _ name: String, publicIdentifier: String = "", systemIdentifier: String = ""
    ) -> NodeID {
        var record = NodeRecord(kind: .doctype, content: name)
        for (name, value) in [("public", publicIdentifier), ("system", systemIdentifier)] where !value.isEmpty {
            record.attributes.append(Attribute(name: name, value: value))
        }
        return store(record)
    }

    /// Makes a node the last child of another, taking it from where it was. A fragment gives its children instead.
    public func append(_ node: NodeID, to parent: NodeID) { insert(node, into: parent, before: nil) }

    /// Puts a node before a child of `parent`, or last when `sibling` is nil. A fragment gives its children instead.
    public func insert(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        if self[node].kind == .fragment {
            while let child = firstChild(of: node) { insert(child, into: parent, before: sibling) }
            return
        }
        guard node != sibling else { return }
        detach(node)
        childIndexMemo = nil
        let next = sibling?.index ?? NodeRecord.none
        let previous = sibling.map { self[$0].previousSibling } ?? self[parent].lastChild
        self[node].parent = parent.index
        self[node].previousSibling = previous
        self[node].nextSibling = next
        if previous == NodeRecord.none {
            self[parent].firstChild = node.index
        } else {
            records[Int(previous)].nextSibling = node.index
        }
        if next == NodeRecord.none {
            self[parent].lastChild = node.index
        } else {
            records[Int(next)].previousSibling = node.index
        }
        markChanged(node)
        markChanged(parent)
    }

    /// Takes a node out of its parent and keeps it, to be put elsewhere.
    public func detach(_ node: NodeID) {
        let record = self[node]
        guard let parent = identifier(record.parent) else { return }
        childIndexMemo = nil
        if record.previousSibling == NodeRecord.none {
            self[parent].firstChild = record.nextSibling
        } else {
            records[Int(record.previousSibling)].nextSibling = record.nextSibling
        }
        if record.nextSibling == NodeRecord.none {
            self[parent].lastChild = record.previousSibling
        } else {
            records[Int(record.nextSibling)].previousSibling = record.previousSibling
        }
        self[node].parent = NodeRecord.none
        self[node].previousSibling = NodeRecord.none
        self[node].nextSibling = NodeRecord.none
        markChanged(parent)
    }

    /// Takes a node out of the tree and frees it with all below it.
    public func remove(_ node: NodeID) {
        precondition(node != root, "the document node cannot be removed")
        detach(node)
        var pending = [node]
        while let next = pending.popLast() {
            pending.append(contentsOf: children(of: next))
            if let content = templateContents.removeValue(forKey: next) { pending.append(content) }
            controls[next] = nil
            if activeElement == next { activeElement = nil }
            release(next)
        }
    }

    /// Frees all children of a node.
    public func removeChildren(of node: NodeID) {
        while let child = firstChild(of: node) { remove(child) }
    }

    private func store(_ record: NodeRecord) -> NodeID {
        var record = record
        record.revision = revision
        let node: NodeID
        if let index = freeIndices.popLast() {
            record.generation = records[Int(index)].generation
            records[Int(index)] = record
            node = NodeID(index: index, generation: record.generation)
        } else {
            records.append(record)
            node = NodeID(index: Int32(records.count - 1), generation: 0)
        }
        if referenceIndex != nil {
            for attribute in record.attributes { referenceIndex?.add(node, attribute) }
        }
        return node
    }

    private func release(_ node: NodeID) {
        if referenceIndex != nil {
            for attribute in attributes(of: node) { referenceIndex?.remove(node, attribute) }
        }
        var vacant = NodeRecord(kind: .text, content: "")
        vacant.isAlive = false
        vacant.generation = node.generation &+ 1
        records[Int(node.index)] = vacant
        freeIndices.append(node.index)
    }
}
