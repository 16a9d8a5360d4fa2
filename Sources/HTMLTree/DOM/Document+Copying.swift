extension Document {
    /// Copies a node with all below it, and what a person did to the controls in it.
    ///
    /// - Parameter visit: Told of each node and its copy, in document order.
    /// - Returns: The copy, which has no parent.
    public func copy(_ node: NodeID, visit: (_ original: NodeID, _ copy: NodeID) -> Void = { _, _ in }) -> NodeID {
        let top = copyAlone(node)
        visit(node, top)
        var copies = [node: top]
        for descendant in Array(descendants(of: node)) {
            let copy = copyAlone(descendant)
            copies[descendant] = copy
            if let parent = parent(of: descendant), let parentCopy = copies[parent] { append(copy, to: parentCopy) }
            visit(descendant, copy)
        }
        return top
    }

    private func copyAlone(_ node: NodeID) -> NodeID {
        let record = self[node]
        let copy: NodeID
        switch record.kind {
        case .element:
            copy = createElement(record.content, namespace: record.namespace, attributes: record.attributes)
        case .text: copy = createText(record.content)
        case .comment: copy = createComment(record.content)
        case .doctype: copy = createDoctype(record.content)
        case .document, .fragment: copy = createFragment()
        }
        controls[copy] = controls[node]
        if let content = templateContents[node] { templateContents[copy] = self.copy(content) }
        return copy
    }
}
