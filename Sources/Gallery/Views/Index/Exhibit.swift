import Viewfinder

/// One view of the gallery: where it is, and under which heading the index lists it.
struct Exhibit: Sendable {
    enum Topic: String, CaseIterable, Sendable {
        case messages = "Flash messages"
        case forms = "Forms"
        case lists = "Lists and tables"
        case commands = "Client commands"
        case navigation = "Navigation"
        case events = "Events and keys"
        case together = "Together"
        case templates = "Templates and components"
        case time = "Time and tasks"
    }

    let topic: Topic
    let name: String
    /// The address that the index leads to.
    let link: String
    /// What the index says about it.
    let about: String
    let routes: [Route]

    /// - Parameters:
    ///   - link: An address of the first route, for routes whose path has places for values.
    ///   - routes: The first is the one that the index tells of.
    init(_ topic: Topic, _ name: String, link: String? = nil, @RoutesBuilder _ routes: () -> [Route]) {
        self.topic = topic
        self.name = name
        self.routes = routes()
        self.link = link ?? self.routes.first?.path ?? "/"
        about = self.routes.first?.about ?? ""
    }
}
