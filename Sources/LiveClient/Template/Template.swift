import HTMLTree
import LiveProtocol

/// The nodes that a template's statics stand for, parsed once, and the places of its dynamics among them.
final class Template {
    /// The nodes and places in document order.
    enum Item {
        case entry(Int)
        case place(Int)
    }

    /// What a dynamic is to the nodes.
    enum Role {
        /// It makes children, at this place.
        case content(place: Int)
        /// It is in the attributes of this entry.
        case attribute(entry: Int)
        /// It is in this entry, which is parsed anew as a whole.
        case sealed(entry: Int)
    }

    let items: [Item]
    let entries: [TemplateEntry]
    let places: [TemplatePlace]
    /// By the dynamics' indices.
    let roles: [Role]
    /// Dynamics directly in a table, whose rows imply a row group: with rows it is another template than without.
    let rowPlaces: [Int]

    init(
        items: [Item], entries: [TemplateEntry], places: [TemplatePlace], roles: [Role], rowPlaces: [Int]
    ) {
        self.items = items
        self.entries = entries
        self.places = places
        self.roles = roles
        self.rowPlaces = rowPlaces
    }
}
