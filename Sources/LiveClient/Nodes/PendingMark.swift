import HTMLTree

/// How an element shows that it waits for the answers to pushes: by attributes, as in the browser's client, so that
/// copies of it and patches take them along (`ElementRef` in phoenix_live_view's element_ref.ts).
enum PendingMark {
    /// The id of the view that was pushed to.
    static let source = "data-phx-ref-src"
    /// The newest push after which the element stops showing that it loads.
    static let loading = "data-phx-ref-loading"
    /// The newest push until whose answer patches go to a private copy.
    static let lock = "data-phx-ref-lock"
    /// Whether the element was disabled before, `true` or `false`.
    static let wasDisabled = "data-phx-disabled"
    static let wasReadOnly = "data-phx-readonly"
    /// The text before `phx-disable-with` took its place.
    static let text = "data-phx-disable-with-restore"

    /// What patches leave alone.
    static let attributes = [loading, source, lock]

    /// The classes that go with the answer; those of other types of events stay until the view says anew what the element
    /// is.
    static let classes = [
        "phx-click-loading", "phx-change-loading", "phx-submit-loading", "phx-keydown-loading", "phx-keyup-loading",
        "phx-blur-loading", "phx-focus-loading", "phx-hook-loading",
    ]

    static func loading(of node: NodeID, in document: Document) -> Int? {
        document.attribute(loading, of: node).flatMap { Int($0) }
    }

    static func lock(of node: NodeID, in document: Document) -> Int? {
        document.attribute(lock, of: node).flatMap { Int($0) }
    }
}
