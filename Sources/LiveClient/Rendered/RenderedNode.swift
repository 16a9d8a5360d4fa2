import LiveProtocol

/// One node of a view's rendered tree, as all diffs so far have made it (TheWire.md, "Nodes").
///
/// A class, because a keyed list moves its rows whole: moving must not cost what the row holds.
final class RenderedNode {
    enum Dynamic {
        case text(String)
        case node(RenderedNode)
        case component(Int)
    }

    var statics: Statics
    var dynamics: [Dynamic]
    /// The rows, if the node is a list.
    var rows: [RenderedNode]?
    /// Stream operations that were not shown yet.
    var stream: StreamDiff?
    /// Whether the node is a single element with static tags, so that it can be left alone when it did not change.
    var isRoot: Bool
    /// Names the element of a root node; given when the node is first shown.
    var magicID: Int?
    /// Whether a diff reached the node or one below it since it was last shown.
    var isChanged = true
    /// For a component, whether the page gave it up, so that all of it is shown anew when it comes again.
    var isReset = false
    /// What exactly diffs changed since then.
    var changes = NodeChanges()
    /// What of the document shows the node; nil when that is not known.
    var shown: Shown?
    /// Whether what shows the node was made for the present patch, and is not on the page yet.
    var isBuilt = false
    /// The number of the component that the node is.
    var componentID: Int?
    /// For a component, the node that showed it before, until this one is shown.
    var predecessor: RenderedNode?

    init(statics: Statics, isRoot: Bool) {
        self.statics = statics
        self.isRoot = isRoot
        dynamics = Array(repeating: .text(""), count: max(statics.pieces.count - 1, 0))
    }

    /// A copy of all the node holds; the copies have no magic ids yet, because those name one element each.
    func copy() -> RenderedNode {
        let copy = RenderedNode(statics: statics, isRoot: isRoot)
        copy.dynamics = dynamics.map { part in
            switch part {
            case .text, .component: return part
            case .node(let node): return .node(node.copy())
            }
        }
        copy.rows = rows.map { $0.map { $0.copy() } }
        copy.stream = stream
        return copy
    }

    /// Notes that the page shows the node as it is now.
    func wasShown() {
        isChanged = false
        isReset = false
        isBuilt = false
        changes = NodeChanges()
        predecessor = nil
        guard stream != nil else { return }
        // Rows of a stream are shown once and then belong to the page alone.
        stream = nil
        rows = []
    }

    /// Notes that what was made to show the node did not come to the page.
    func forgetShown() {
        shown = nil
        isBuilt = false
    }

    /// Makes the node and all below it be shown anew, under new magic ids.
    func markWhollyChanged() {
        isChanged = true
        magicID = nil
        shown = nil
        for dynamic in dynamics {
            if case .node(let node) = dynamic { node.markWhollyChanged() }
        }
        for row in rows ?? [] { row.markWhollyChanged() }
    }
}
