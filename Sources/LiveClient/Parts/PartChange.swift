import HTMLTree

/// One change to the document, prepared: all that it brings is made already.
enum PartChange {
    case text(NodeID, String)
    /// The element takes the attributes of the other one, which has nothing in it.
    case attributes(NodeID, like: NodeID)
    case content(ContentChange)
    case element(ElementChange)
    case rows(RowsChange)
}

/// The children from one node on are replaced.
struct ContentChange {
    /// The element, or the view's container, that the nodes are in.
    let parent: NodeID
    /// What goes, in order.
    let old: [NodeID]
    /// What stands after it.
    let next: NodeID?
    /// Holds what comes.
    let fragment: NodeID
    /// What stands in the place from now on.
    let content: ShownContent
    /// The place; nil where the node of the rendered tree stays the same one.
    let place: (shown: ShownTemplate, index: Int)?
}

/// An element is made like another one, with all that is in it.
struct ElementChange {
    let element: NodeID
    let fresh: NodeID
    let entry: Int
    /// The use of a template that the element belongs to, and that use with all of the element anew.
    let shown: ShownTemplate
    let rebuilt: ShownTemplate
}

/// Rows of a list come, go and move.
struct RowsChange {
    struct Placement {
        let index: Int
        let row: RenderedNode
        /// Holds the row's nodes, where it is new.
        let fragment: NodeID?
    }

    let list: RenderedNode
    let parent: NodeID
    /// What stands after the last row.
    let next: NodeID?
    /// In ascending order.
    let placements: [Placement]
    /// What goes.
    let removed: [NodeID]
}
