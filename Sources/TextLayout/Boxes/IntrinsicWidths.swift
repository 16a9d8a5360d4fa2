/// The widths that a content asks for, in cells.
struct IntrinsicWidths: Hashable {
    /// What the longest part needs that cannot be broken.
    var minimum: Int
    /// What all needs if nothing is broken.
    var maximum: Int
    /// What the longest part needs once all padding around it is given up, rows that need not wrap wrap, and widths asked
    /// for are forgotten: with less, words break.
    var bare: Int

    init(minimum: Int, maximum: Int, bare: Int? = nil) {
        self.minimum = minimum
        self.maximum = maximum
        self.bare = bare ?? minimum
    }

    static let zero = IntrinsicWidths(minimum: 0, maximum: 0)

    /// All with the same cells around them, of which some are padding.
    func widened(by cells: Int, padding: Int = 0) -> IntrinsicWidths {
        IntrinsicWidths(minimum: minimum + cells, maximum: maximum + cells, bare: bare + cells - padding)
    }

    /// What two things need that stand one below the other.
    func union(_ other: IntrinsicWidths) -> IntrinsicWidths {
        IntrinsicWidths(
            minimum: max(minimum, other.minimum), maximum: max(maximum, other.maximum), bare: max(bare, other.bare))
    }

    /// What two things need that stand beside each other.
    static func + (one: IntrinsicWidths, other: IntrinsicWidths) -> IntrinsicWidths {
        IntrinsicWidths(
            minimum: one.minimum + other.minimum, maximum: one.maximum + other.maximum, bare: one.bare + other.bare)
    }
}
