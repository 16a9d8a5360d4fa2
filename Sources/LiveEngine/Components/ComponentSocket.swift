import LiveProtocol
import Markup

/// The state of one component as its handlers see it: context, flash, and what they ask for.
///
/// It is a value: a handler works on a copy, which is kept when the whole transaction succeeds.
public struct ComponentSocket<Component: LiveComponent>: ActivitySocket {
    public typealias Info = Component.Message

    public var state: SocketState

    public var context: Component.Context
    /// The id under which the component was placed.
    public let id: String

    /// The component's own messages; changed by `putFlash` and `clearFlash` only.
    public var flash: Flash { state.flash }

    /// The page's address, path and query.
    public var url: String { state.url }

    /// The present time, since 1970-01-01T00:00:00Z; it does not pass during a handler.
    public var now: Duration { state.now }
}

extension ComponentSocket {
    /// Shows a message under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ text: String) { state.putFlash(key, FlashValue(text)) }

    /// Shows a value under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ value: some Encodable & Sendable) {
        state.putFlash(key, FlashValue(value))
    }

    /// Takes all messages away.
    public mutating func clearFlash() { state.clearFlash() }

    /// Takes the message of a key away.
    public mutating func clearFlash(_ key: String) { state.clearFlash(key) }
}

extension ComponentSocket {
    /// Sends an info to the view, which handles it right after this handler.
    ///
    /// - Parameter info: Of the view's type `Info`; anything else fails the transaction.
    public mutating func sendParent(_ info: some Sendable) { state.messages.append(.view(info)) }

    /// Sends a message to another component, which handles it right after this handler; one that is not on the page is
    /// no matter.
    public mutating func send<Other: LiveComponent>(
        _ message: Other.Message, to type: Other.Type, id: some TextConvertible
    ) {
        state.messages.append(.component(ComponentKey(type, id), message))
    }
}

extension ComponentSocket {
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

extension ComponentSocket {
    /// Changes the address and stays in this view, whose `handleParams` runs next; the component's messages become the
    /// view's (FLASH.md 2).
    public mutating func pushPatch(to url: String) { state.navigation.append(.patch(to: url, .push)) }

    /// As `pushPatch`, in place of the present step in history.
    public mutating func replacePatch(to url: String) { state.navigation.append(.patch(to: url, .replace)) }

    /// Goes on to another view over the same connection, with all of the component's messages (FLASH.md 2).
    public mutating func pushNavigate(to url: String) { state.navigation.append(.navigate(to: url, .push)) }

    /// As `pushNavigate`, in place of the present step in history.
    public mutating func replaceNavigate(to url: String) { state.navigation.append(.navigate(to: url, .replace)) }

    /// Goes on to another page, which is requested anew, with all of the component's messages.
    public mutating func redirect(to url: String) { state.navigation.append(.redirect(to: url)) }
}
