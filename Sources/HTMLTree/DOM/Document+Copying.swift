extension Document {
    /// Copies a node with all below it, the contents of templates, and what a person did to the controls in it.
    ///
    /// - Parameter visit: Told of each node and its copy, in document order; not of the contents of templates.
    /// - Returns: The copy, which has no parent.
    package func copy(_ node: NodeID, visit: (_ original: NodeID, _ copy: NodeID) -> Void = { _, _ in }) -> NodeID {
        var templates: [(content: NodeID, copy: NodeID)] = []
        let top = copyTree(node, templates: &templates, visit: visit)
        // Templates within templates wait in a list, so that no depth of them can overflow the stack.
        while let template = templates.popLast() {
            templateContents[template.copy] = copyTree(template.content, templates: &templates) { _, _ in }
        }
        return top
    }

    private func copyTree(
        _ node: NodeID, templates: inout [(content: NodeID, copy: NodeID)],
        visit: (_ original: NodeID, _ copy: NodeID) -> Void
    ) -> NodeID {
        var copies: [NodeID: NodeID] = [:]
        func copyOne(_ original: NodeID) -> NodeID {
            let copy = copyAlone(original)
            copies[original] = copy
            if let content = templateContents[original] { templates.append((content, copy)) }
            if let parent = parent(of: original), let parentCopy = copies[parent] { append(copy, to: parentCopy) }
            visit(original, copy)
            return copy
        }
        let top = copyOne(node)
        for descendant in Array(descendants(of: node)) { _ = copyOne(descendant) }
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
        case .doctype:
            copy = createDoctype(
                record.content, publicIdentifier: attribute("public", of: node) ?? "",
                systemIdentifier: attribute("system", of: node) ?? "")
        case .document, .fragment: copy = createFragment()
        }
        controls[copy] = controls[node]
        return copy
    }
}
