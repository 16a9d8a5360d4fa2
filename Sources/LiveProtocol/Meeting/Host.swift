import OrderedCollections

/// What serves pages: an engine in this process, or later a server elsewhere.
public protocol Host: AnyObject {
    /// Answers a request for a page.
    func respond(to request: PageRequest) -> PageResponse

    /// Opens the connection over which a page joins its views.
    func connect() -> any Transport
}

/// A connection between one client and a host.
///
/// Messages are pulled, not delivered: a client takes them one by one until there is none, so that "idle" is a fact and
/// not a guess, and nothing runs while a message is being handled.
public protocol Transport: AnyObject {
    /// Whether messages can be sent.
    var isConnected: Bool { get }

    /// Takes a message to the server.
    func send(_ frame: ClientFrame)

    /// Gives the next message of the server; nil when none is to come without further input, work or time.
    func receive() -> ServerFrame?

    /// Whether the server works on something by itself (a task it started) that may lead to a message.
    var isWorking: Bool { get }

    /// Called from any thread when `receive()` may have something new that no input and no passing of time led to.
    var onActivity: (@Sendable () -> Void)? { get set }
}

/// A request for a whole page, as a browser makes it.
public struct PageRequest: Hashable, Sendable {
    /// `GET` or `POST`.
    public var method: String
    /// Path and query.
    public var url: String
    /// The fields of a posted form, urlencoded.
    public var body: String?
    /// What the browser sends along, by name.
    public var cookies: OrderedDictionary<String, String>

    /// Makes a request; a `GET` unless told otherwise.
    public init(
        method: String = "GET", url: String, body: String? = nil, cookies: OrderedDictionary<String, String> = [:]
    ) {
        self.method = method
        self.url = url
        self.body = body
        self.cookies = cookies
    }
}

/// The answer to a request for a page.
///
/// A live page's HTML has a container `<div id data-phx-main data-phx-session data-phx-static>` which the client joins.
public struct PageResponse: Hashable, Sendable {
    /// The status of HTTP, such as 200.
    public var status: Int
    /// The page, or what is said instead of one.
    public var html: String
    /// Where to go instead.
    public var location: String?
    /// Cookies to keep; an empty value deletes one.
    public var cookies: OrderedDictionary<String, String>

    /// Makes an answer; 200 unless told otherwise.
    public init(
        status: Int = 200, html: String = "", location: String? = nil, cookies: OrderedDictionary<String, String> = [:]
    ) {
        self.status = status
        self.html = html
        self.location = location
        self.cookies = cookies
    }
}
