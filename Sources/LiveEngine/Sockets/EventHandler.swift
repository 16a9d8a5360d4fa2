import LiveProtocol

/// What live views and live components have in common: a context, and handlers for what happens.
///
/// A handler is a transaction, or a part of one: when it throws, or when rendering afterwards does, everything is as it
/// was before.
public protocol EventHandler: SocketOwner, Sendable {
    // Named once more, so that the compiler can tell them by the handlers.
    /// What the page can ask for: an enumeration whose cases are the names of events and whose labels the values that
    /// come with them. A value that may be absent is optional; Swift's decoding does not look at defaults in cases.
    associatedtype Event = NoEvent
    /// What timers, topics, tasks and other parts of the page can say.
    associatedtype Info = Never
    typealias Socket = LiveSocket<Self>

    /// Handles an event of the page.
    func handle(_ event: Event, _ socket: inout Socket) throws

    /// Handles an event of the page by its name; unless defined, decodes an `Event` and handles that.
    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws

    /// Handles what a timer, a topic, a task or another part of the page says.
    func handleInfo(_ info: Info, _ socket: inout Socket) throws

    /// Makes an info of what a scenario sends in JSON; unless defined, an `Info` that is `Decodable` is decoded as events
    /// are: `"tick"`, `{"tick": {"n": 3}}` or `{"kind": "tick", "n": 3}`.
    static func info(from message: JSONValue) throws -> Info

    /// Hears that a file has come further, is there, or has failed.
    func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws
}

extension EventHandler {
    /// Does nothing.
    public func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws {}

    /// Decodes the info, where it is `Decodable`.
    public static func info(from message: JSONValue) throws -> Info {
        try InfoDecoding.decode(Info.self, from: message, for: "\(Self.self)")
    }

    /// Decodes the event and handles it.
    public func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        let event = try EventDecoding.decode(Event.self, name: name, payload: payload, cache: socket.eventCache)
        try handle(event, &socket)
    }
}

extension EventHandler where Event == NoEvent {
    /// Is never called, since there is no event.
    public func handle(_ event: Event, _ socket: inout Socket) throws {}
}

extension EventHandler where Info == Never {
    /// Is never called, since there is no info.
    public func handleInfo(_ info: Info, _ socket: inout Socket) throws {}
}
