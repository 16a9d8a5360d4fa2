import LiveProtocol
import OrderedCollections

/// A view or a component with what it holds, as the inspector shows it.
struct InspectedPart: Equatable {
    /// Tells it from all others of the page.
    var id: String
    /// The name of its type.
    var name: String
    /// What else tells it from others of the type.
    var note = ""
    var context: JSONValue
    /// Nil for what has none, as a component.
    var flash: OrderedDictionary<String, JSONValue>?
    /// Newest first.
    var failures: [String] = []
    /// The components and views in it.
    var parts: [InspectedPart] = []
    /// Whether it has ended, and this is what it held last.
    var isOver = false

    /// The part of an id among this one and those in it.
    func part(_ id: String) -> InspectedPart? {
        if self.id == id { return self }
        for part in parts {
            if let found = part.part(id) { return found }
        }
        return nil
    }
}

extension InspectedPart {
    init(_ inspection: Inspection) {
        self.init(
            id: "main", name: inspection.view, context: inspection.context, flash: inspection.flash,
            failures: inspection.failures.reversed())
    }
}
