import HTMLTree
import LiveProtocol

/// One thing that happened between the page and its views, with the time at which it did.
package struct LogEntry: Sendable {
    package enum Event: Sendable {
        /// The client sent a message to a topic.
        case sent(ClientMessage, topic: String)
        /// A view's answer or push brought a change; its size in JSON is worked out only when somebody asks.
        case received(Diff, topic: String)
        /// A message was answered with an error.
        case refused(JSONValue, topic: String)
        /// A whole page was requested.
        case requested(PageRequest, status: Int)
        /// The address changed, by whatever means.
        case navigated(NavigationEvent)
        /// Something began or ended to load.
        case pageLoading(PageLoadingEvent)
        /// An event was dispatched that no binding listens to, by a view or a command.
        case dispatched(PushedEvent)
        /// A channel or the connection changed its state.
        case connection(ConnectionEvent)
        case diagnostic(Diagnostic)
    }

    /// Since the clock started.
    package var time: Duration
    package var event: Event

    package init(time: Duration, event: Event) {
        self.time = time
        self.event = event
    }
}

/// A step in the life of the connection or of one view's channel (TheWire.md, "The life of a connection").
package enum ConnectionEvent: Hashable, Sendable {
    case connected
    case disconnected
    case joined(topic: String)
    case refused(topic: String, reason: String)
    case crashed(topic: String)
    case left(topic: String)
}

/// The events `phx:page-loading-start` and `-stop` (TheClientsRules.md, "How the page shows its connection").
package struct PageLoadingEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case initial(to: String)
        case patch(to: String)
        case redirect(to: String)
        case element(NodeID)
        /// The view crashed (`isServer`), or the connection was lost.
        case error(to: String, isServer: Bool)
    }

    package var kind: Kind
    package var isStart: Bool

    package init(_ kind: Kind, isStart: Bool) {
        self.kind = kind
        self.isStart = isStart
    }
}
