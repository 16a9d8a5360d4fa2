import HTMLTree

/// The elements in a patch's reach that are not as their view left them.
struct EditedElements {
    /// Those that are made anew with all in them: somebody changed what is in them, or their changes are held back.
    private(set) var whole: Set<NodeID> = []
    /// Those of which only the attributes were changed, in document order: what is around is planned first, as what is in
    /// something replaced needs no plan.
    private(set) var attributes: [NodeID] = []
    /// All that others changed.
    private(set) var all: [NodeID] = []

    /// Finds those that a diff reaches and that others than their view changed, or whose changes go to private copies.
    init(in reach: PatchReach, of page: PatchedPage) {
        let document = page.document
        for node in document.elementsWithEditedChildren where document.isAlive(node) && reach.contains(node) {
            whole.insert(node)
            all.append(node)
        }
        for node in document.elementsWithEditedAttributes where document.isAlive(node) && reach.contains(node) {
            if !whole.contains(node) { attributes.append(node) }
            all.append(node)
        }
        // The container of a nested view takes the attributes that its parent gives it at each patch that reaches it.
        for child in page.views.all where child.parentID == reach.viewID {
            let container = child.container
            if document.isAlive(container), document.isConnected(container), reach.contains(container) {
                attributes.append(container)
            }
        }
        for view in page.views.all {
            for node in view.locks.elements
            where document.isAlive(node) && document.hasAttribute(PendingMark.lock, of: node) && reach.contains(node) {
                whole.insert(node)
            }
        }
        keepOutermost(in: document)
        if attributes.count > 1 { attributes.sort(by: document.precedes) }
    }

    /// Leaves out what is in an element that is made anew with all in it.
    private mutating func keepOutermost(in document: Document) {
        guard !whole.isEmpty else { return }
        let before = whole
        func isInside(_ node: NodeID) -> Bool { document.ancestors(of: node).contains(where: before.contains) }
        whole = whole.filter { !isInside($0) }
        attributes.removeAll(where: isInside)
    }
}
