/// Whose state a socket holds: that of a live view, of a live component, or of the hooks before a view.
public protocol SocketOwner {
    /// The state that is rendered.
    associatedtype Context: LiveContext
    /// What the page can ask for.
    associatedtype Event: Decodable & Sendable
    /// What timers, topics, tasks and other parts of the page can say.
    associatedtype Info: Sendable
}

/// The owner of a socket that belongs to a whole page, as those of views and hooks do.
public protocol PageSocketOwner: SocketOwner {}

/// The state of a live view.
///
/// A structure whose properties all have defaults needs nothing but the conformance.
public protocol LiveContext: Encodable, Sendable {
    /// Makes the state that a view starts with.
    init()
}

/// The state of a view that has none.
public struct NoContext: LiveContext {
    /// Makes the only one that there is.
    public init() {}
}
