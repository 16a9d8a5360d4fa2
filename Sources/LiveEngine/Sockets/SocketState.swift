import LiveProtocol
import OrderedCollections

/// What is in every socket, whatever its view: messages, title, address, and what a handler asks for.
///
/// It stands apart from the context and the infos, whose types only the view knows, so that sessions of all views run
/// the same code.
struct SocketState {
    /// The session's; nil for a socket that stands alone.
    let home: (any SocketHome)?
    /// Whose socket it is.
    let part: PagePart
    /// Whether a client has joined, or is joining.
    let isConnected: Bool
    var flash = Flash()
    /// What was put during this handler: the part that travels with navigation (Flash.md, "What travels").
    var changedFlash = Flash()
    var title: String?
    var assigns = Assigns()
    /// What the client said of itself; while it joins only.
    var connectParams: OrderedDictionary<String, JSONValue> = [:]
    /// Path and query.
    var url: String
    /// Since 1970-01-01T00:00:00Z.
    var now: Duration
    var nextTimer = 0
    var uploads = UploadTable()
    /// How far chance has come; nil until somebody asks for it.
    var randomState: UInt64?

    /// What is asked for, and done when the handler has returned and its page is rendered.
    private var storage = SocketRequests.Storage.none

    init(
        home: (any SocketHome)? = nil, part: PagePart = .view, isConnected: Bool = true, url: String, now: Duration
    ) {
        self.home = home
        self.part = part
        self.isConnected = isConnected
        self.url = url
        self.now = now
    }

    mutating func putFlash(_ key: String, _ value: FlashValue) {
        // Most messages are the only ones, and then both have the same memory.
        let areSame = flash.isEmpty && changedFlash.isEmpty
        flash.put(key, value)
        if areSame { changedFlash = flash } else { changedFlash.put(key, value) }
    }

    /// Messages of this handler still travel (Flash.md, "What travels").
    mutating func clearFlash() { flash.clear() }

    mutating func clearFlash(_ key: String) {
        flash.clear(key)
        changedFlash.clear(key)
    }

    /// The events asked for, with their payloads encoded.
    func pushedEvents() throws -> [PushedEvent] {
        try events.map { PushedEvent(name: $0.name, payload: try JSONValue(encoding: $0.payload)) }
    }

    /// Forgets what was asked for, since it is done.
    mutating func settle() {
        if !changedFlash.isEmpty { changedFlash.clear() }
        if !connectParams.isEmpty { connectParams = [:] }
        storage = .none
    }
}

// MARK: - Requests

// Each is changed in its place: a handler may ask for very much, and a copy for every request would never end.
extension SocketState {
    var events: [SocketRequests.Event] {
        get { storage.requests?.events ?? [] }
        _modify { yield &asked.events }
    }

    var navigation: [NavigationRequest] {
        get { storage.requests?.navigation ?? [] }
        _modify { yield &asked.navigation }
    }

    var requests: [SessionRequest] {
        get { storage.requests?.requests ?? [] }
        _modify { yield &asked.requests }
    }

    var reply: (any Encodable & Sendable)? {
        get { storage.requests?.reply }
        _modify { yield &asked.reply }
    }

    /// What components and view send one another.
    var messages: [InnerMessage] {
        get { storage.requests?.messages ?? [] }
        _modify { yield &asked.messages }
    }

    private var asked: SocketRequests {
        get { storage.requests ?? SocketRequests() }
        _modify {
            var requests = storage.requests ?? SocketRequests()
            storage = .none
            defer { storage = .some(requests) }
            yield &requests
        }
    }
}

/// What stands behind the sockets of one session: what a handler can ask without waiting for its own end.
protocol SocketHome: AnyObject {
    /// Where infos for the view are put.
    var address: SessionAddress { get }
    /// Who is in which room.
    var presences: PresenceBoard { get }
    /// The time of the session's tasks.
    var clock: SessionClock { get }
    /// Sees what is handled; none when nobody wants to know.
    var coverage: (any HandlerWatch)? { get }
    /// Tells of the calls of handlers; none when nobody wants to know.
    var tracer: CallbackTracer? { get }

    /// What is known of the visitor from page to page.
    var sessionValues: SessionValues { get }

    /// What makes chance the same in each run; nil where nobody is to know it beforehand.
    var seed: UInt64? { get }

    /// Makes a token for the page.
    func seal(_ content: String, for purpose: TokenPurpose) -> String

    /// - Throws: `TimeLimitExceeded` when what runs now has taken longer than it may.
    func checkTimeLimit() throws
}
