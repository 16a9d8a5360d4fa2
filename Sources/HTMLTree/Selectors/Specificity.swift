/// How much a selector weighs in a cascade (Selectors 4, section 17).
package struct Specificity: Hashable, Comparable, Sendable {
    /// How many ids it asks for.
    package var ids: Int
    /// How many classes, attributes and pseudo-classes it asks for.
    package var classes: Int
    /// How many types it asks for.
    package var types: Int

    package static let zero = Specificity(ids: 0, classes: 0, types: 0)

    package init(ids: Int, classes: Int, types: Int) {
        self.ids = ids
        self.classes = classes
        self.types = types
    }

    package static func < (left: Specificity, right: Specificity) -> Bool {
        (left.ids, left.classes, left.types) < (right.ids, right.classes, right.types)
    }

    static func += (left: inout Specificity, right: Specificity) {
        left.ids += right.ids
        left.classes += right.classes
        left.types += right.types
    }
}
