import LiveProtocol
import OrderedCollections

/// The state of a session as hooks see it: what is the same in all sessions, whatever their view.
public struct HookSocket {
    var state: SocketState

    /// What hooks and view tell each other.
    public var assigns: Assigns {
        get { state.assigns }
        set { state.assigns = newValue }
    }

    /// The messages to show.
    public var flash: Flash { state.flash }

    /// The page's address, path and query.
    public var url: String { state.url }

    /// The present time, since 1970-01-01T00:00:00Z.
    public var now: Duration { state.now }

    /// What the client said about itself when it joined.
    public var connectParams: OrderedDictionary<String, JSONValue> { state.connectParams }

    /// Shows a message under a key, here or where the page is sent to.
    public mutating func putFlash(_ key: String, _ text: String) { state.putFlash(key, FlashValue(text)) }

    /// Shows a value under a key, here or where the page is sent to.
    public mutating func putFlash(_ key: String, _ value: some Encodable & Sendable) {
        state.putFlash(key, FlashValue(value))
    }

    /// Sends the page to another view over the same connection.
    public mutating func pushNavigate(to url: String) { state.navigation.append(.navigate(to: url, .push)) }

    /// As `pushNavigate`, in place of the present step in history.
    public mutating func replaceNavigate(to url: String) { state.navigation.append(.navigate(to: url, .replace)) }

    /// Sends the page to another page, which is requested anew.
    public mutating func redirect(to url: String) { state.navigation.append(.redirect(to: url)) }
}
