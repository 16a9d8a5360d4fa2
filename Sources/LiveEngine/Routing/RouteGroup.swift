/// Routes that belong together: all views behind them pass the same hooks and stand in the same layout, and a page goes
/// from one to another without being requested anew.
///
/// ```swift
/// RouteGroup("cellar", onMount: [RequireKey()]) {
///     Route("/cellar", "what is kept below") { CellarView() }
/// }
/// ```
///
/// Routes outside of all groups are one group of their own. A live navigation into another group is refused, so that its
/// client requests the page, with its flash; whoever passed the hooks of one group has passed those of no other.
public struct RouteGroup: Sendable {
    let routes: [Route]

    /// - Parameters:
    ///   - name: Groups of one name are one group.
    ///   - layout: The document around the group's views; the app's unless told.
    ///   - hooks: What runs before each view mounts, in this order.
    ///   - routes: A route that is in a group already stays in that one.
    public init(
        _ name: String, layout: RootLayout? = nil, onMount hooks: [any MountHook] = [],
        @RoutesBuilder _ routes: () -> [Route]
    ) {
        let rules = GroupRules(name: name, layout: layout, hooks: hooks)
        self.routes = routes().map { $0.joining(rules) }
    }
}

/// What the routes of one group have in common.
final class GroupRules: Sendable {
    let name: String
    /// The document around the views; none for the app's.
    let layout: RootLayout?
    let hooks: [any MountHook]

    init(name: String, layout: RootLayout? = nil, hooks: [any MountHook] = []) {
        self.name = name
        self.layout = layout
        self.hooks = hooks
    }

    /// Of the routes outside of all groups.
    static let standard = GroupRules(name: "default")
}
