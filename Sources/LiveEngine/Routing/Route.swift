import LiveProtocol

/// One path, or form of paths, and the view that is there.
public struct Route: Sendable {
    public var path: String { pattern.path }
    /// One line for people about what is there.
    public let about: String

    let pattern: RoutePattern
    let container: ViewContainer?
    let viewType: ObjectIdentifier
    let makeSession: @Sendable (SessionPlace) -> LiveSession
    private(set) var group = GroupRules.standard

    /// - Parameters:
    ///   - path: With a colon before the names of values: `/counter/:start`. A value that must be of a kind says so:
    ///     `/counter/:start(int)`, and likewise `float`, `uuid`, and `path` for one that may have slashes; an address
    ///     whose value is of another kind does not match. A slash at the end of an address counts for nothing.
    ///   - about: One line for people about what is there.
    ///   - container: The element that the view is in; a `div` unless told.
    ///   - view: Makes the view of one session.
    public init<View: LiveView>(
        _ path: String, _ about: String = "", container: ViewContainer? = nil,
        _ view: @escaping @Sendable () -> View
    ) {
        pattern = RoutePattern(path)
        self.about = about
        self.container = container
        viewType = ObjectIdentifier(View.self)
        makeSession = { place in Session(view: view(), place: place) }
    }

    /// Whether a patch may lead from the view of another route to this one's.
    func hasSameView(as place: SessionPlace) -> Bool { viewType == place.viewType && group.name == place.group.name }

    /// The route in a group, unless it is in one already.
    func joining(_ group: GroupRules) -> Route {
        guard self.group === GroupRules.standard else { return self }
        var route = self
        route.group = group
        return route
    }
}
