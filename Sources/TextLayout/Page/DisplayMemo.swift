import HTMLTree

/// Which elements are displayed, as far as somebody asked since the document last changed.
///
/// Between two changes the same questions are asked again and again, each about an element and all above it.
struct DisplayMemo {
    /// What styles say of an element and all above it.
    enum State {
        case displayed(StyleID)
        case hidden
    }

    private var displayStates: [NodeID: State] = [:]
    /// The revision of the document up to which changes are in; nil at first.
    private var revision: UInt64?

    subscript(node: NodeID) -> State? {
        get { displayStates[node] }
        set { displayStates[node] = newValue }
    }

    /// Forgets all that is known if the document changed.
    mutating func update(to document: Document) {
        if let revision, document.revision(of: document.root) <= revision { return }
        forget()
        revision = document.checkpoint()
    }

    /// Forgets all that is known, since other rules count.
    mutating func forget() { displayStates.removeAll(keepingCapacity: true) }
}
