import HTMLTree

/// How an element shows that it waits for the answers to pushes: by attributes, as in the browser's client, so that
/// copies of it and patches take them along (`ElementRef` in phoenix_live_view's element_ref.ts).
enum PendingMark {
    /// The id of the view that was pushed to.
    static let source = ViewAttribute.pendingSource
    /// The newest push after which the element stops showing that it loads.
    static let loading = ViewAttribute.pendingLoading
    /// The newest push until whose answer patches go to a private copy.
    static let lock = ViewAttribute.pendingLock
    /// Whether the element was disabled before, `true` or `false`.
    static let wasDisabled = ViewAttribute.wasDisabled
    static let wasReadOnly = ViewAttribute.wasReadOnly
    /// The text before `phx-disable-with` took its place.
    static let text = ViewAttribute.textBefore

    /// What patches leave alone.
    static let attributes = [loading, source, lock]

    static func loading(of node: NodeID, in document: Document) -> Int? {
        document.attribute(loading, of: node).flatMap { Int($0) }
    }

    static func lock(of node: NodeID, in document: Document) -> Int? {
        document.attribute(lock, of: node).flatMap { Int($0) }
    }
}
