import HTMLTree

/// Where Tab stops on a page, in the order of browsers.
struct TabStops {
    let nodes: [NodeID]

    /// - Parameters:
    ///   - top: What Tab does not leave: the document, or an open modal.
    ///   - isDisplayed: Whether styles let an element be shown.
    init(in document: Document, below top: NodeID, isDisplayed: (NodeID) -> Bool) {
        nodes = document.tabOrder(below: top).filter(isDisplayed)
    }

    /// The stop that a node counts as: itself, or the one of its group.
    func place(of node: NodeID, in document: Document) -> Int? {
        if let place = nodes.firstIndex(of: node) { return place }
        guard document.controlKind(of: node) == .radio else { return nil }
        let group = Set(document.radioGroup(of: node))
        return nodes.firstIndex(where: group.contains)
    }
}
