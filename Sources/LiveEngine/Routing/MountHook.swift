/// Stands before the views of a group of routes: it runs at each join, of nested views as well, before the view mounts.
///
/// It lets pass by doing nothing, assigns values that the views read, or sends the page elsewhere; then neither the hooks
/// after it nor the view are asked.
public protocol MountHook: Sendable {
    /// - Throws: What keeps the view from being mounted, for reasons that are no reason to go elsewhere.
    func onMount(_ params: Params, _ socket: inout HookSocket) throws
}

/// A hook that is written where it is used: `OnMount { params, socket in … }`.
public struct OnMount: MountHook {
    private let body: @Sendable (Params, inout HookSocket) throws -> Void

    /// Makes a hook of what it does.
    public init(_ body: @escaping @Sendable (_ params: Params, _ socket: inout HookSocket) throws -> Void) {
        self.body = body
    }

    /// Does it.
    public func onMount(_ params: Params, _ socket: inout HookSocket) throws { try body(params, &socket) }
}

/// The state of a session as hooks see it: what is the same in all sessions, whatever their view.
public typealias HookSocket = LiveSocket<HookOwner>

/// The owner of the sockets of hooks, which have neither context nor events.
public enum HookOwner: PageSocketOwner {
    /// None.
    public typealias Context = NoContext
    /// None.
    public typealias Event = NoEvent
    /// None.
    public typealias Info = Never
}
