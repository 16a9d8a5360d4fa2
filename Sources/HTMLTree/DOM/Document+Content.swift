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
        let attributes = self[node].attributes
        return attributes.place(of: name).map { attributes[$0].value }
    }

    package func hasAttribute(_ name: String, of node: NodeID) -> Bool {
        self[node].attributes.place(of: name) != nil
    }

    /// Sets an attribute, keeping its place among the others.
    package func setAttribute(_ name: String, to value: String, of node: NodeID) {
        if let place = self[node].attributes.place(of: name) {
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
        guard let place = self[node].attributes.place(of: name) else { return }
        let removed = self[node].attributes.remove(at: place)
        referenceIndex?.remove(node, removed)
        markChanged(node)
        noteEditedAttributes(of: node)
    }

    /// Changes several attributes of an element at once, so that what follows from a change is done once. It is not for
    /// attributes with which elements refer to each other.
    ///
    /// - Parameter change: Gives whether what it changed is an edit, done by somebody else than the view.
    package func changeAttributes(of node: NodeID, _ change: (inout [Attribute]) -> Bool) {
        let isEdit = change(&self[node].attributes)
        markChanged(node)
        if isEdit { noteEditedAttributes(of: node) }
    }

    /// The contents of a `template` element.
    package func templateContent(of node: NodeID) -> NodeID? { templateContents[node] }
}

extension [Attribute] {
    /// The value of the attribute of a name; one that is set keeps its place.
    package subscript(name: String) -> String? {
        get { place(of: name).map { self[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): self[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The place of the attribute of a name. Names mostly differ in length, which is known without reading them.
    fileprivate func place(of name: String) -> Int? {
        let length = name.utf8.count
        for place in indices where self[place].name.utf8.count == length && self[place].name == name { return place }
        return nil
    }
}
