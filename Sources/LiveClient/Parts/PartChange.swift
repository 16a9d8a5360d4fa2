import HTMLTree

/// One change to the document, prepared: all that it brings is made already.
enum PartChange {
    case text(NodeID, String)
    /// The element takes the attributes of the other one, which has nothing in it.
    case attributes(NodeID, like: NodeID)
    case siblings(SiblingsChange)
    case element(ElementChange)

    /// The node that changes, or in which something changes.
    var place: NodeID {
        switch self {
        case .text(let node, _), .attributes(let node, _): node
        case .siblings(let change): change.parent
        case .element(let change): change.element
        }
    }
}

/// Children of an element come, go and move.
struct SiblingsChange {
    enum Item {
        /// A child that stays, perhaps in another place.
        case kept(NodeID)
        /// One that is made.
        case fresh(NodeID)
    }

    /// What is known of the page once the change is made.
    enum Binding {
        case content(ShownContent, place: (shown: ShownSkeleton, index: Int)?)
        case rows([RenderedNode])
        case element(ElementChange)
    }

    /// The element, or the view's container, whose children they are.
    let parent: NodeID
    /// The child that the change begins at; `next` where there is none before that.
    let start: NodeID?
    /// What goes.
    let removed: [NodeID]
    /// What stands there from now on, in order.
    let items: [Item]
    /// What stands after it, before and afterwards.
    let next: NodeID?
    let bindings: [Binding]

    /// This change and one that begins where it ends, as one.
    func joined(with other: SiblingsChange) -> SiblingsChange {
        SiblingsChange(
            parent: parent, start: start, removed: removed + other.removed, items: items + other.items,
            next: other.next, bindings: bindings + other.bindings)
    }
}

/// An element is made like another one, with all that is in it.
struct ElementChange {
    let element: NodeID
    let fresh: NodeID
    let entry: Int
    /// The use of a skeleton that the element belongs to, and that use with all of the element anew.
    let shown: ShownSkeleton
    let rebuilt: ShownSkeleton
}

/// Why a change cannot be made, or not by parts.
enum PartError: Error {
    /// Some HTML means what it means only together with what is around it, which is then parsed with it.
    case notComposable
    /// It is not known what of the document shows a node, or how; what is around it is then shown anew.
    case unbound
    /// The change does not fit the tree, and must not be shown at all.
    case tree(RenderedTreeError)
}
