import Markup

/// A live view: how one kind of page starts, what it does when something happens, and what it looks like.
///
/// The view itself is a value without state; what it knows is the context in its socket. Every function but `render` is
/// a transaction: when it throws, or when rendering afterwards does, everything is as it was before.
public protocol LiveView: EventHandler, PageSocketOwner {
    /// What the view knows, and shows.
    associatedtype Context

    /// Sets the context up.
    func mount(_ params: Params, _ socket: inout Socket) throws

    /// Takes the path's and query's values: after mounting, and whenever the address changes while the view stays.
    func handleParams(_ params: Params, _ socket: inout Socket) throws

    /// Sees the session end; what it asks of the socket is not done any more.
    func unmount(_ socket: inout Socket)

    /// Gives the page for a context.
    func render(_ context: Context, _ meta: Meta) throws -> Rendered
}

extension LiveView {
    /// Does nothing.
    public func mount(_ params: Params, _ socket: inout Socket) throws {}
    /// Does nothing.
    public func handleParams(_ params: Params, _ socket: inout Socket) throws {}
    /// Does nothing.
    public func unmount(_ socket: inout Socket) {}
}

extension LiveSocket where Owner: LiveView {
    /// The page's title; delivered with the change it was set in.
    public var title: String? {
        get { state.title }
        set { state.title = newValue }
    }

    /// Sends an info to the view that this one is placed in, which handles it when it has handled what it got before.
    ///
    /// When this view is placed in none, or in one of another type, nothing happens.
    public mutating func send<Parent: LiveView>(_ info: Parent.Info, toParent type: Parent.Type) {
        state.requests.append(.relative(.sendParent(info, ObjectIdentifier(type))))
    }

    /// Sends an info to a view that is placed in this one; when it is not there, or of another type, nothing happens.
    public mutating func send<Child: LiveView>(_ info: Child.Info, to type: Child.Type, id: some TextConvertible) {
        state.requests.append(.relative(.sendChild(info, ObjectIdentifier(type), id: id.renderedText)))
    }
}
