import LiveProtocol
import Markup
import OrderedCollections

/// The state of one session as its view's handlers see it: context, flash, title, address, and what they ask for.
///
/// It is a value: a handler works on a copy, which the session keeps when the handler returns and its page renders.
public struct LiveSocket<View: LiveView>: ActivitySocket {
    public typealias Info = View.Info

    // What has the same layout in all sockets comes first.
    public var state: SocketState
    let eventCache: EventCache<View.Event>?

    public var context: View.Context

    init(context: View.Context, state: SocketState, eventCache: EventCache<View.Event>?) {
        self.context = context
        self.state = state
        self.eventCache = eventCache
    }

    /// Makes a socket without a session, to try handlers with: what they ask for is noted and never done.
    ///
    /// - Parameter now: The present time, since 1970-01-01T00:00:00Z.
    public init(context: View.Context = View.Context(), url: String = "/", now: Duration = .zero) {
        self.init(context: context, state: SocketState(url: url, now: now), eventCache: EventCache())
    }

    /// The messages to show; changed by `putFlash` and `clearFlash` only.
    public var flash: Flash { state.flash }

    /// The page's title; delivered with the change it was set in.
    public var title: String? {
        get { state.title }
        set { state.title = newValue }
    }

    /// What hooks and view tell each other.
    public var assigns: Assigns {
        get { state.assigns }
        set { state.assigns = newValue }
    }

    /// What the client said about itself when it joined; in `mount` only.
    public var connectParams: OrderedDictionary<String, JSONValue> { state.connectParams }

    /// The present address, path and query.
    public var url: String { state.url }

    /// The present time, since 1970-01-01T00:00:00Z; it does not pass during a handler.
    public var now: Duration { state.now }
}

extension LiveSocket {
    /// Shows a message under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ text: String) { state.putFlash(key, FlashValue(text)) }

    /// Shows a value under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ value: some Encodable & Sendable) {
        state.putFlash(key, FlashValue(value))
    }

    /// Takes all messages away. One that was put in the same handler still travels with a navigation (FLASH.md 1).
    public mutating func clearFlash() { state.clearFlash() }

    /// Takes the message of a key away.
    public mutating func clearFlash(_ key: String) {
        state.clearFlash(key)
    }
}

extension LiveSocket {
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

extension LiveSocket {
    /// Sends a message to a component, which handles it right after this handler; one that is not on the page is no
    /// matter.
    public mutating func send<Component: LiveComponent>(
        _ message: Component.Message, to type: Component.Type, id: some TextConvertible
    ) {
        state.messages.append(.component(ComponentKey(type, id), message))
    }
}

extension LiveSocket {
    /// Changes the address and stays in this view, whose `handleParams` runs next.
    public mutating func pushPatch(to url: String) { state.navigation.append(.patch(to: url, .push)) }

    /// As `pushPatch`, in place of the present step in history.
    public mutating func replacePatch(to url: String) { state.navigation.append(.patch(to: url, .replace)) }

    /// Goes on to another view over the same connection.
    public mutating func pushNavigate(to url: String) { state.navigation.append(.navigate(to: url, .push)) }

    /// As `pushNavigate`, in place of the present step in history.
    public mutating func replaceNavigate(to url: String) { state.navigation.append(.navigate(to: url, .replace)) }

    /// Goes on to another page, which is requested anew.
    public mutating func redirect(to url: String) { state.navigation.append(.redirect(to: url)) }
}
