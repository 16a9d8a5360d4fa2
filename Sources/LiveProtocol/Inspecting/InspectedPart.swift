/// A view or a component of a page, as far as its place among the others goes; what it holds is told by its id.
package struct InspectedPart: Hashable, Sendable {
    /// Tells it from all others of its host, for all time.
    package struct ID: Hashable, Sendable {
        package let session: Int
        /// The number of a component of the session; nil for its view.
        package let component: Int?

        package init(session: Int, component: Int? = nil) {
            self.session = session
            self.component = component
        }
    }

    /// What it is to its page.
    package enum Role: Hashable, Sendable {
        /// The view at the page's address.
        case main
        /// A view in another one's page, with which it ends.
        case nested
        /// A view that stays when the page around it gives way to another.
        case sticky
        case component
    }

    package let id: ID
    package let role: Role
    /// The name of its type.
    package let type: String
    /// Of a view, the id of the element that it is in; of a component, the id under which it is placed.
    package let name: String
    /// The topic of the session's channel.
    package let topic: String
    /// Where in the program the route is written that led to the page; nil where nobody knows.
    package let route: SourcePlace?
    /// What is placed in it: components first, then views.
    package var children: [InspectedPart]

    package init(
        id: ID, role: Role, type: String, name: String, topic: String, route: SourcePlace? = nil,
        children: [InspectedPart] = []
    ) {
        self.id = id
        self.role = role
        self.type = type
        self.name = name
        self.topic = topic
        self.route = route
        self.children = children
    }

    /// It and all that is placed in it, whatever the depth, in the order of a tree that is read from the top.
    package var all: [InspectedPart] { [self] + children.flatMap(\.all) }
}

/// A line of a source file on the machine that the program was built on.
package struct SourcePlace: Hashable, Sendable {
    package let path: String
    /// The first is 1.
    package let line: Int

    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}
