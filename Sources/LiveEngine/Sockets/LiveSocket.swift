import LiveProtocol
import Markup
import OrderedCollections

/// The state of a live view, or of a component, as its handlers see it: context, flash, address, and what they ask for.
///
/// It is a value: a handler works on a copy, which is kept when the handler returns and the page renders.
public struct LiveSocket<Owner: SocketOwner> {
    /// The state that is rendered.
    public typealias Context = Owner.Context
    /// What timers, topics, tasks and other parts of the page can say.
    public typealias Info = Owner.Info

    // What has the same layout in all sockets comes first.
    var state: SocketState
    let eventCache: EventCache<Owner.Event>?
    /// The id under which a component was placed, or that of the element that a view is in.
    public let id: String

    /// The state that is rendered.
    public var context: Owner.Context

    init(id: String, context: Owner.Context, state: SocketState, eventCache: EventCache<Owner.Event>? = nil) {
        self.id = id
        self.context = context
        self.state = state
        self.eventCache = eventCache
    }

    /// Makes a socket without a session, to try handlers with: what they ask for is noted and never done.
    ///
    /// - Parameters:
    ///   - now: The present time, since 1970-01-01T00:00:00Z.
    ///   - isConnected: Whether a client is said to have joined.
    public init(
        context: Owner.Context = Owner.Context(), id: String = "", url: String = "/", now: Duration = .zero,
        isConnected: Bool = true
    ) {
        let state = SocketState(isConnected: isConnected, url: url, now: now)
        self.init(id: id, context: context, state: state, eventCache: EventCache())
    }

    /// Whether a client joins the view, or has.
    ///
    /// A page is rendered before that, by a session that is thrown away: the view is mounted twice. What the handlers of
    /// the first one ask for is not done, and what they do by themselves, such as counting visits, belongs behind this.
    public var isConnected: Bool { state.isConnected }

    /// The page's address, path and query.
    public var url: String { state.url }

    /// The present time, since 1970-01-01T00:00:00Z; it does not pass during a handler.
    public var now: Duration { state.now }

    /// Throws when this event has taken longer than the engine's limit for handlers; for loops that may run for long.
    public func checkTimeLimit() throws { try state.home?.checkTimeLimit() }
}

// MARK: - Flash

extension LiveSocket {
    /// The messages to show; changed by `putFlash` and `clearFlash` only.
    public var flash: Flash { state.flash }

    /// Shows a message under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ text: String) { state.putFlash(key, FlashValue(text)) }

    /// Shows a value under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ value: some Encodable & Sendable) {
        state.putFlash(key, FlashValue(value))
    }

    /// Takes all messages away. One that was put in the same handler still travels with a navigation
    /// (Flash.md, "What travels").
    public mutating func clearFlash() { state.clearFlash() }

    /// Takes the message of a key away.
    public mutating func clearFlash(_ key: String) { state.clearFlash(key) }
}

// MARK: - Navigation

extension LiveSocket {
    /// Goes on to another view over the same connection; all messages of a component go along
    /// (Flash.md, "What travels").
    public mutating func pushNavigate(to url: String) { state.navigation.append(.navigate(to: url, .push)) }

    /// As `pushNavigate`, in place of the present step in history.
    public mutating func replaceNavigate(to url: String) { state.navigation.append(.navigate(to: url, .replace)) }

    /// Goes on to another page, which is requested anew; all messages of a component go along.
    public mutating func redirect(to url: String) { state.navigation.append(.redirect(to: url)) }
}

extension LiveSocket where Owner: EventHandler {
    /// Changes the address and stays in this view, whose `handleParams` runs next; a component's messages become the
    /// view's (Flash.md, "What travels").
    public mutating func pushPatch(to url: String) { state.navigation.append(.patch(to: url, .push)) }

    /// As `pushPatch`, in place of the present step in history.
    public mutating func replacePatch(to url: String) { state.navigation.append(.patch(to: url, .replace)) }
}

// MARK: - What the page is told

extension LiveSocket where Owner: EventHandler {
    /// Sends an event to the page.
    public mutating func pushEvent(_ name: String, _ payload: some Encodable & Sendable) {
        state.events.append(.init(name: name, payload: payload))
    }

    /// Sends an event with a payload in JSON, an empty object unless told.
    public mutating func pushEvent(_ name: String, _ payload: JSONValue = [:]) {
        state.events.append(.init(name: name, payload: payload))
    }

    /// Answers the event with a value, which the page's code gets that pushed it.
    public mutating func reply(_ value: some Encodable & Sendable) { state.reply = value }

    /// Answers the event with JSON.
    public mutating func reply(_ value: JSONValue) { state.reply = value }
}

// MARK: - The whole page

extension LiveSocket where Owner: PageSocketOwner {
    /// What hooks and view tell each other.
    public var assigns: Assigns {
        get { state.assigns }
        set { state.assigns = newValue }
    }

    /// What the client said about itself when it joined; in hooks and `mount` only.
    public var connectParams: OrderedDictionary<String, JSONValue> { state.connectParams }
}
