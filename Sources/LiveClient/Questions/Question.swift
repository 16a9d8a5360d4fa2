import HTMLTree

/// What a click asks before anything comes of it, from `data-confirm`.
struct Question {
    var text: String
    /// What was clicked.
    var node: NodeID
    /// Goes on with the click.
    var proceed: () -> Void
}
