import LiveProtocol

/// One path, or form of paths, and the view that is there.
public struct Route: Sendable {
    public var path: String { pattern.path }
    /// One line for people about what is there.
    public let about: String

    let pattern: RoutePattern
    let viewType: ObjectIdentifier
    let makeSession: @Sendable (SessionPlace) -> LiveSession

    /// - Parameters:
    ///   - path: With a colon before the names of values: `/counter/:start`.
    ///   - about: One line for people about what is there.
    ///   - view: Makes the view of one session.
    public init<View: LiveView>(_ path: String, _ about: String = "", _ view: @escaping @Sendable () -> View) {
        pattern = RoutePattern(path)
        self.about = about
        viewType = ObjectIdentifier(View.self)
        makeSession = { place in Session(view: view(), place: place) }
    }
}
