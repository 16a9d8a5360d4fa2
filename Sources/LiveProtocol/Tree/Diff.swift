/// All that one message tells the client to change: the tree, its components, events, the title, a reply.
public struct Diff: Equatable, Sendable {
    public var root: NodeDiff
    /// The components that changed, by their identifiers, key `c`.
    public var components: SparseArray<NodeDiff>
    /// Events for the page, key `e`.
    public var events: [PushedEvent]
    /// The new title, key `t`.
    public var title: String?
    /// The handler's answer to the event, key `r` of the message.
    public var reply: JSONValue?

    public init(
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
    public var isEmpty: Bool {
        root.isEmpty && components.isEmpty && events.isEmpty && title == nil && reply == nil
    }
}

/// An event that a view sends to its page.
public struct PushedEvent: Equatable, Sendable {
    public var name: String
    public var payload: JSONValue
    /// Whether it is delivered before the patch it comes with, instead of after.
    public var precedesPatch: Bool

    public init(name: String, payload: JSONValue, precedesPatch: Bool = false) {
        self.name = name
        self.payload = payload
        self.precedesPatch = precedesPatch
    }
}
