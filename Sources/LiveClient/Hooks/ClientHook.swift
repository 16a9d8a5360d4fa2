import HTMLTree
import LiveProtocol

/// The client side of one element with `phx-hook`, in Swift instead of JavaScript
/// (TheClientsRules.md, "Hooks and mounted elements").
///
/// Each element gets its own hook. All callbacks do nothing unless they are written.
public protocol ClientHook: AnyObject {
    /// The element is on the page.
    func mounted(_ context: HookContext)
    /// The element, or something below it, is about to be changed by its view.
    func beforeUpdate(_ context: HookContext)
    /// The element, or something below it, was changed by its view.
    func updated(_ context: HookContext)
    /// The element is about to leave the page.
    func destroyed(_ context: HookContext)
    /// The view's connection was lost.
    func disconnected(_ context: HookContext)
    /// The view was joined again.
    func reconnected(_ context: HookContext)
}

extension ClientHook {
    /// Does nothing.
    public func mounted(_ context: HookContext) {}
    /// Does nothing.
    public func beforeUpdate(_ context: HookContext) {}
    /// Does nothing.
    public func updated(_ context: HookContext) {}
    /// Does nothing.
    public func destroyed(_ context: HookContext) {}
    /// Does nothing.
    public func disconnected(_ context: HookContext) {}
    /// Does nothing.
    public func reconnected(_ context: HookContext) {}
}
