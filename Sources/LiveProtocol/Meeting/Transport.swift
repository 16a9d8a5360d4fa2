import OrderedCollections

/// A connection between one client and a host.
///
/// Messages are pulled, not delivered: a client takes them one by one until there is none, so that "idle" is a fact and
/// not a guess, and nothing runs while a message is being handled.
public protocol Transport: AnyObject {
    /// How far the connection is in its life; it never goes back.
    var state: ConnectionState { get }

    /// Takes a message to the server; one that is sent before the connection is open goes when it is.
    func send(_ frame: ClientFrame)

    /// Gives the next message of the server; nil when none is there now.
    func receive() -> ServerFrame?

    /// Whether the server works on something by itself (a task it started) that may lead to a message.
    var isWorking: Bool { get }

    /// The names of what it works on by itself, for people.
    var work: [String] { get }

    /// Called from any thread when `receive()` or `state` may have something new that no input and no passing of time
    /// led to.
    var onActivity: (@Sendable () -> Void)? { get set }

    /// Ends the connection: nothing is sent or received any more.
    func close()
}

extension Transport {
    /// Nothing is known of it.
    public var work: [String] { [] }

    /// Letting go of it is enough.
    public func close() {}
}

/// How far a connection is in its life.
public enum ConnectionState: Hashable, Sendable {
    case connecting
    /// Messages go both ways.
    case open
    /// It is over, or never came to be.
    ///
    /// - Parameters:
    ///   - code: The server's word for why (RFC 6455, section 7.4); nil when the connection was lost without one.
    ///   - reason: What happened, for people.
    case closed(code: Int?, reason: String)

    /// Whether nothing comes over the connection any more.
    public var isClosed: Bool {
        if case .closed = self { true } else { false }
    }

    /// The code with which servers end connections that are not to be opened again by themselves.
    package static let normalClosure = 1000
}

/// What a client says when it connects for a page.
public struct ConnectRequest: Hashable, Sendable {
    /// Scheme, host and port of the page.
    public var origin: String
    /// What the query of the socket's address says beside the protocol's version: `_csrf_token`, and what an app's
    /// client adds.
    public var params: OrderedDictionary<String, String>
    /// What a browser sends along, by name.
    public var cookies: OrderedDictionary<String, String>
    /// The path of the socket, such as `/live`, where the page tells of it.
    public var socketPath: String?

    /// Makes a request for the page of an origin.
    public init(
        origin: String, params: OrderedDictionary<String, String> = [:],
        cookies: OrderedDictionary<String, String> = [:], socketPath: String? = nil
    ) {
        self.origin = origin
        self.params = params
        self.cookies = cookies
        self.socketPath = socketPath
    }
}
