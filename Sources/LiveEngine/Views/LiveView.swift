import Markup

/// A live view: how one kind of page starts, what it does when something happens, and what it looks like.
///
/// The view itself is a value without state; what it knows is the context in its socket. Every function but `render` is
/// a transaction: when it throws, or when rendering afterwards does, everything is as it was before.
public protocol LiveView: Sendable {
    associatedtype Context: LiveContext
    /// What the page can ask for: an enumeration whose cases are the names of events and whose labels the values that
    /// come with them. A value that may be absent is optional; Swift's decoding does not look at defaults in cases.
    associatedtype Event: Decodable & Sendable = NoEvent
    associatedtype Info: Sendable = Never
    typealias Socket = LiveSocket<Self>

    /// Sets the context up.
    func mount(_ params: Params, _ socket: inout Socket) throws

    /// Takes the path's and query's values: after mounting, and whenever the address changes while the view stays.
    func handleParams(_ params: Params, _ socket: inout Socket) throws

    /// Handles an event of the page.
    func handle(_ event: Event, _ socket: inout Socket) throws

    /// Handles an event of the page by its name; unless defined, decodes an `Event` and handles that.
    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws

    /// Handles what a timer, a topic or a task says.
    func handleInfo(_ info: Info, _ socket: inout Socket) throws

    /// Hears that a file has come further, is there, or has failed.
    func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws

    /// Sees the session end; what it asks of the socket is not done any more.
    func unmount(_ socket: inout Socket)

    /// Gives the page for a context.
    func render(_ context: Context, _ meta: Meta) throws -> Rendered
}

extension LiveView {
    public func mount(_ params: Params, _ socket: inout Socket) throws {}
    public func handleParams(_ params: Params, _ socket: inout Socket) throws {}
    public func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws {}
    public func unmount(_ socket: inout Socket) {}

    public func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        let event = try EventDecoding.decode(Event.self, name: name, payload: payload, cache: socket.eventCache)
        try handle(event, &socket)
    }
}

extension LiveView where Event == NoEvent {
    public func handle(_ event: Event, _ socket: inout Socket) throws {}
}

extension LiveView where Info == Never {
    public func handleInfo(_ info: Info, _ socket: inout Socket) throws {}
}
