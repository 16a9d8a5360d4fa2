import HTMLTree

/// Whom a push is for: a view, or a component in it.
struct PushTarget {
    var view: ViewChannel
    var component: Int?
    /// The element that a selector found.
    var element: NodeID?
}
