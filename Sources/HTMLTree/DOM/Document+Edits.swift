extension Document {
    /// Elements whose attributes were changed by somebody else than the view that owns them: by commands, hooks, a person.
    package var elementsWithEditedAttributes: Set<NodeID> { edits.attributes }

    /// Elements whose children were changed by somebody else than the view that owns them.
    package var elementsWithEditedChildren: Set<NodeID> { edits.children }

    /// The controls in which a person put something, and the options that they chose.
    package var changedControls: some Collection<NodeID> { controls.keys }

    /// Starts to note who changes what.
    package func noteEdits() { edits.isNoting = true }

    /// Changes the tree on behalf of the view that owns it: what changes is not taken for an edit.
    package func withoutEdits<Result, Failure: Error>(_ change: () throws(Failure) -> Result) throws(Failure) -> Result
    {
        let wasNoting = edits.isNoting
        edits.isNoting = false
        defer { edits.isNoting = wasNoting }
        return try change()
    }

    /// Notes that an element is not as its view wants it, because a rule kept it from a change.
    package func noteEdit(of node: NodeID) {
        edits.attributes.insert(node)
        edits.children.insert(node)
    }

    /// Forgets that an element was edited, because it is again as its view wants it.
    package func forgetEdits(of node: NodeID) {
        if !edits.attributes.isEmpty { edits.attributes.remove(node) }
        if !edits.children.isEmpty { edits.children.remove(node) }
    }

    func noteEditedAttributes(of node: NodeID) {
        if edits.isNoting { edits.attributes.insert(node) }
    }

    func noteEditedChildren(of node: NodeID?) {
        if edits.isNoting, let node { edits.children.insert(node) }
    }
}

/// The elements that changed otherwise than by the view that owns them, so that it can find them.
struct Edits {
    var isNoting = false
    var attributes: Set<NodeID> = []
    var children: Set<NodeID> = []
}
