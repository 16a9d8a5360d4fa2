import LiveProtocol

/// The paths of an application and the views that are there.
///
/// Where several forms of paths match, the one that leaves less open at the first difference is taken (a literal, then a
/// value of a kind, then any value, then a path), and of equals the earlier one.
public struct Routes: Sendable {
    /// A route and the values of the address that led to it.
    struct Match {
        let route: Route
        let params: Params
    }

    /// In the order in which they were written.
    public let list: [Route]
    private let inOrderOfTrial: [Route]
    /// Whether any view is in an element of its own, so that clients must be told of each one's.
    let hasContainers: Bool

    /// Makes the routes that are written one below the other.
    public init(@RoutesBuilder _ routes: () -> [Route]) { self.init(routes()) }

    /// Makes the routes of a list.
    public init(_ list: [Route]) {
        self.list = list
        hasContainers = list.contains { $0.container != nil }
        // Sorting keeps equals in order.
        inOrderOfTrial = list.enumerated().sorted { left, right in
            if left.element.pattern.precedes(right.element.pattern) { return true }
            if right.element.pattern.precedes(left.element.pattern) { return false }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// The rules of a group by its name.
    func group(named name: String) -> GroupRules? { list.first { $0.group.name == name }?.group }

    func match(_ address: Address) -> Match? {
        let segments = address.segments
        for route in inOrderOfTrial {
            if let values = route.pattern.match(segments) {
                return Match(route: route, params: Params(address, path: values))
            }
        }
        return nil
    }
}

/// Lets routes be written one below the other, with conditions and loops.
@resultBuilder
public enum RoutesBuilder {
    /// A route by itself.
    public static func buildExpression(_ route: Route) -> [Route] { [route] }
    /// All of some routes.
    public static func buildExpression(_ routes: Routes) -> [Route] { routes.list }
    /// All routes of a group.
    public static func buildExpression(_ group: RouteGroup) -> [Route] { group.routes }
    /// Routes one after the other.
    public static func buildBlock(_ routes: [Route]...) -> [Route] { routes.flatMap { $0 } }
    /// Routes that are there under a condition.
    public static func buildOptional(_ routes: [Route]?) -> [Route] { routes ?? [] }
    /// Routes under a condition.
    public static func buildEither(first routes: [Route]) -> [Route] { routes }
    /// Routes where the condition does not hold.
    public static func buildEither(second routes: [Route]) -> [Route] { routes }
    /// Routes made in a loop.
    public static func buildArray(_ routes: [[Route]]) -> [Route] { routes.flatMap { $0 } }
}
