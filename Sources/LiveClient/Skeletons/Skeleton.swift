import HTMLTree
import LiveProtocol

/// The nodes that some statics stand for, parsed once, and the places of the dynamics among them.
final class Skeleton {
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

    /// One node.
    struct Entry {
        let prepared: PreparedNode
        /// The entry that it is directly in; nil at the top.
        let parent: Int?
        /// The attributes, where some of them change.
        let attributes: AttributePlan?
        /// The HTML of the whole element, where its inside cannot be cut into parts.
        let sealed: SealedSource?
        /// Whether the element takes the attributes that name a root, if no other took them before.
        let takesIdentity: Bool
        /// Whether rules of patching hold for all that is in the element, as for `phx-update`.
        let isGuard: Bool
        /// The nearest guard around it, or the entry itself where its attributes cannot change without what is in it.
        let wholeEntry: Int?
        /// The items that the node and all that is in it are.
        var items: Range<Int>
    }

    /// The HTML of an element whose inside cannot be cut into parts: the pieces, and the dynamics between them.
    struct SealedSource {
        let pieces: [String]
        let dynamics: Range<Int>
    }

    /// The place of a dynamic among the children of an element.
    struct Place {
        let dynamic: Int
        /// The entry that it is directly in; nil at the top.
        let parent: Int?
        /// The skeletons that can stand here.
        let context: SkeletonContext
        /// The nearest entry around it that is a guard.
        let guardEntry: Int?
        /// Whether the text that starts here loses a line feed (WHATWG 13.2.6.4.7, "pre").
        let dropsLineFeed: Bool
        /// What comes next in the same element; nil at its end.
        var next: Item?
    }

    let items: [Item]
    let entries: [Entry]
    let places: [Place]
    /// By the dynamics' indices.
    let roles: [Role]
    /// Dynamics directly in a table, whose rows imply a row group: with rows it is another skeleton than without.
    let rowPlaces: [Int]

    init(items: [Item], entries: [Entry], places: [Place], roles: [Role], rowPlaces: [Int]) {
        self.items = items
        self.entries = entries
        self.places = places
        self.roles = roles
        self.rowPlaces = rowPlaces
    }
}

extension Skeleton {
    /// The number of the first place among or after some items.
    func firstPlace(in items: Range<Int>) -> Int {
        self.items[..<items.lowerBound].reduce(0) { count, item in
            if case .place = item { count + 1 } else { count }
        }
    }

    /// The places among some items.
    func places(in items: Range<Int>) -> Range<Int> {
        let first = firstPlace(in: items)
        return first..<firstPlace(in: items.upperBound..<items.upperBound)
    }

    /// The entries among some items, of which the first is an entry.
    func entries(in items: Range<Int>) -> Range<Int> {
        let first = items.lowerBound - firstPlace(in: items)
        return first..<(first + items.count - places(in: items).count)
    }

    /// The names of the elements of the skeleton that an entry is in, the outermost first.
    func path(to entry: Int) -> [String] {
        var path: [String] = []
        var current = entries[entry].parent
        while let parent = current {
            path.append(entries[parent].prepared.name)
            current = entries[parent].parent
        }
        return path.reversed()
    }
}

extension Skeleton.Place {
    /// The text that the HTML of a dynamic here stands for; nil when it is to be parsed.
    func text(of html: String) -> String? {
        if dropsLineFeed, html.utf8.first == UInt8(ascii: "\n") { return nil }
        if context.movesText, !html.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0C }) {
            return nil
        }
        return HTMLSyntax.text(of: html)
    }
}
