extension Document {
    /// The name of an element (lower case in HTML) or of a doctype; empty for other nodes.
    package func name(of node: NodeID) -> String {
        switch self[node].kind {
        case .element, .doctype: self[node].content
        case .document, .text, .comment, .fragment: ""
        }
    }

    package func namespace(of node: NodeID) -> Namespace { self[node].namespace }

    /// The text of a text node or comment; empty for other nodes.
    package func text(of node: NodeID) -> String {
        switch self[node].kind {
        case .text, .comment: self[node].content
        case .document, .doctype, .element, .fragment: ""
        }
    }

    /// The text of all text nodes below a node, joined.
    package func textContent(of node: NodeID) -> String {
        if isText(node) { return self[node].content }
        var text = ""
        for descendant in descendants(of: node) where isText(descendant) {
            text += self[descendant].content
        }
        return text
    }

    /// Replaces the text of a text node or comment.
    package func setText(_ text: String, of node: NodeID) {
        guard self[node].content != text else { return }
        self[node].content = text
        markChanged(node)
        noteEditedChildren(of: parent(of: node))
    }

    package func attributes(of node: NodeID) -> [Attribute] { self[node].attributes }

    package func attribute(_ name: String, of node: NodeID) -> String? {
        self[node].attributes.first { $0.name == name }?.value
    }

    package func hasAttribute(_ name: String, of node: NodeID) -> Bool {
        self[node].attributes.contains { $0.name == name }
    }

    /// Sets an attribute, keeping its place among the others.
    package func setAttribute(_ name: String, to value: String, of node: NodeID) {
        if let place = self[node].attributes.firstIndex(where: { $0.name == name }) {
            guard self[node].attributes[place].value != value else { return }
            referenceIndex?.remove(node, self[node].attributes[place])
            self[node].attributes[place].value = value
        } else {
            self[node].attributes.append(Attribute(name: name, value: value))
        }
        referenceIndex?.add(node, Attribute(name: name, value: value))
        markChanged(node)
        noteEditedAttributes(of: node)
    }

    package func removeAttribute(_ name: String, of node: NodeID) {
        guard let place = self[node].attributes.firstIndex(where: { $0.name == name }) else { return }
        let removed = self[node].attributes.remove(at: place)
        referenceIndex?.remove(node, removed)
        markChanged(node)
        noteEditedAttributes(of: node)
    }

    /// The contents of a `template` element.
    package func templateContent(of node: NodeID) -> NodeID? { templateContents[node] }
}
