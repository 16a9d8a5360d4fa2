import HTMLTree

/// The elements in a patch's reach that are not as their view left them.
struct StrangeElements {
    /// Those that are made anew with all in them: somebody changed what is in them, or their changes are held back.
    var whole: Set<NodeID> = []
    /// Those of which only the attributes were changed.
    var attributes: [NodeID] = []
    /// All that others changed.
    var edited: [NodeID] = []

    /// Leaves out what is in an element that is made anew with all in it.
    mutating func keepOutermost(in document: Document) {
        guard !whole.isEmpty else { return }
        let all = whole
        func isInside(_ node: NodeID) -> Bool { document.ancestors(of: node).contains(where: all.contains) }
        whole = whole.filter { !isInside($0) }
        attributes.removeAll(where: isInside)
    }
}
