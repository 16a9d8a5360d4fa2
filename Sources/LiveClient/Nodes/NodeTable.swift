import HTMLTree

/// The states of the elements that have one.
final class NodeTable {
    private(set) var states: [NodeID: NodeState] = [:]

    subscript(node: NodeID) -> NodeState {
        get { states[node] ?? NodeState() }
        _modify { yield &states[node, default: NodeState()] }
    }

    /// What is remembered of an element; nil when that is nothing.
    func state(of node: NodeID) -> NodeState? { states[node] }

    func has(_ node: NodeID) -> Bool { states[node] != nil }

    func forget(_ node: NodeID) { states[node] = nil }
}

/// What the client remembers of one element, apart from what is in the document.
///
/// It stays with an element that a patch keeps, and is dropped with an element that is freed.
struct NodeState {
    /// Whether `phx-mounted` ran.
    var isMounted = false
    /// Whether the field was the source of a pushed change, or was submitted
    /// (TheClientsRules.md, "The fields of a form").
    var isUsed = false
    /// Whether the text typed into a number field is no number.
    var hasBadInput = false
    /// The effects of commands that patches must not undo (TheClientsRules.md, "What commands leave behind").
    var sticky = StickyEffects()
    /// Names and patterns of attributes that later patches leave to the client.
    var ignoredAttributes: [String] = []
    /// The private copy of a locked element, to which patches go until the answer.
    var lockedCopy: NodeID?
    /// The stream that the element is an item of.
    var stream: String?
    /// Whether the element is on its way out and takes no events any more.
    var isLeaving = false
    /// For content of a portal, the template it comes from.
    var portalSource: NodeID?
    /// For the template of a portal, where its content is.
    var portalContent: NodeID?
    /// For content of a portal, the id of the view that it belongs to.
    var portalView: String?
    /// Whether the element is the container of a view that was left, so that it cannot be taken for one that comes.
    var isLeftContainer = false

    /// What a private copy of the element starts with: what patches of it need to know.
    var forCopy: NodeState {
        var copy = NodeState()
        copy.isMounted = isMounted
        copy.isUsed = isUsed
        copy.sticky = sticky
        copy.ignoredAttributes = ignoredAttributes
        copy.stream = stream
        return copy
    }
}
