/// All that one message tells the client to change: the tree, its components, events, the title, a reply.
public struct Diff: Equatable, Sendable {
    package var root: NodeDiff
    /// The components that changed, by their identifiers, key `c`.
    package var components: SparseArray<NodeDiff>
    /// Events for the page, key `e`.
    package var events: [PushedEvent]
    /// The new title, key `t`.
    package var title: String?
    /// The handler's answer to the event, key `r` of the message.
    package var reply: JSONValue?

    package init(
        root: NodeDiff = NodeDiff(),
        components: SparseArray<NodeDiff> = [:],
        events: [PushedEvent] = [],
        title: String? = nil,
        reply: JSONValue? = nil
    ) {
        self.root = root
        self.components = components
        self.events = events
        self.title = title
        self.reply = reply
    }

    /// Whether the message says nothing.
    package var isEmpty: Bool {
        root.isEmpty && components.isEmpty && events.isEmpty && title == nil && reply == nil
    }
}

/// An event that a view sends to its page.
public struct PushedEvent: Equatable, Sendable {
    package var name: String
    package var payload: JSONValue
    /// Whether it is delivered before the patch it comes with, instead of after.
    package var precedesPatch: Bool

    package init(name: String, payload: JSONValue, precedesPatch: Bool = false) {
        self.name = name
        self.payload = payload
        self.precedesPatch = precedesPatch
    }
}
