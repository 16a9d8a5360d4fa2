import HTMLTree

/// How an element waits for the answers to pushes (CLIENT.md 8).
struct PendingMark {
    /// The container id of the view that was pushed to.
    var viewID: String
    /// The newest push after which the element stops showing that it loads.
    var loading: Int?
    /// The newest push until whose answer patches go to a private copy.
    var lock: Int?
    /// The private copy that patches went to.
    var copy: NodeID?
    /// The classes that show the loading.
    var classes: [String] = []
    /// Whether the element was disabled before, when it was disabled for the time of a submit.
    var wasDisabled: Bool?
    /// Whether there was a `class` before, which then stays, be it empty.
    var hadClass = false
    var wasReadOnly: Bool?
    /// The text before `phx-disable-with` took its place.
    var text: String?
}
