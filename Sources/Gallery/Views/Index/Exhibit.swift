import Viewfinder

/// One view of the gallery: where it is, and under which heading the index lists it.
struct Exhibit: Sendable {
    enum Topic: String, CaseIterable, Sendable {
        case messages = "Flash messages"
        case forms = "Forms"
        case events = "Events and keys"
        case time = "Time"
    }

    let topic: Topic
    let name: String
    /// The address that the index leads to.
    let link: String
    let route: Route

    /// - Parameter link: An address of the route, for routes whose path has places for values.
    init(_ topic: Topic, _ name: String, link: String? = nil, _ route: Route) {
        self.topic = topic
        self.name = name
        self.link = link ?? route.path
        self.route = route
    }
}
