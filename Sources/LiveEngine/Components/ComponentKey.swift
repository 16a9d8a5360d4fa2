import Markup

/// Which component of a session is meant: its type, and the id under which it was placed.
struct ComponentKey: Hashable {
    private let type: ObjectIdentifier
    let id: String
    /// The type's name, for people.
    let typeName: String

    init<Component: LiveComponent>(_ type: Component.Type, _ id: some TextConvertible) {
        self.type = ObjectIdentifier(type)
        self.id = id.renderedText
        typeName = "\(type)"
    }

    static func == (left: ComponentKey, right: ComponentKey) -> Bool { left.type == right.type && left.id == right.id }

    func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(id)
    }
}

extension ComponentKey: CustomStringConvertible {
    var description: String { "component \(typeName) \"\(id)\"" }
}
