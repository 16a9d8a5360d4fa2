extension Document {
    /// A copy of a node and all below it, without a parent. What a person did to controls is not copied.
    public func clone(_ node: NodeID) -> NodeID {
        let copy = shallowCopy(of: node)
        var pending = [(source: node, copy: copy)]
        while let (source, copy) = pending.popLast() {
            for child in children(of: source) {
                let childCopy = shallowCopy(of: child)
                append(childCopy, to: copy)
                pending.append((child, childCopy))
            }
            if let content = templateContent(of: source) {
                let contentCopy = createFragment()
                templateContents[copy] = contentCopy
                pending.append((content, contentCopy))
            }
        }
        return copy
    }

    private func shallowCopy(of node: NodeID) -> NodeID {
        let record = self[node]
        switch record.kind {
        case .element: return createElement(record.content, namespace: record.namespace, attributes: record.attributes)
        case .text: return createText(record.content)
        case .comment: return createComment(record.content)
        case .doctype:
            let identifiers = ["public", "system"].map { attribute($0, of: node) ?? "" }
            return createDoctype(
                record.content, publicIdentifier: identifiers[0], systemIdentifier: identifiers[1])
        case .document, .fragment: return createFragment()
        }
    }
}
