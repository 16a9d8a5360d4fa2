/// The widths that a content asks for, in cells.
struct IntrinsicWidths: Hashable {
    /// What the longest part needs that cannot be broken.
    var minimum: Int
    /// What all needs if nothing is broken.
    var maximum: Int

    static let zero = IntrinsicWidths(minimum: 0, maximum: 0)

    /// Both with the same cells around them.
    func widened(by cells: Int) -> IntrinsicWidths {
        IntrinsicWidths(minimum: minimum + cells, maximum: maximum + cells)
    }

    /// What two things need that stand one below the other.
    func union(_ other: IntrinsicWidths) -> IntrinsicWidths {
        IntrinsicWidths(minimum: max(minimum, other.minimum), maximum: max(maximum, other.maximum))
    }
}
