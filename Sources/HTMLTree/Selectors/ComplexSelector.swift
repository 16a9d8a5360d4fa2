/// Compound selectors joined by combinators, as `form > input[name]`; it selects what its last compound describes.
public struct ComplexSelector: Hashable, Sendable {
    /// How two neighbouring compounds relate.
    enum Combinator: Hashable, Sendable {
        case descendant
        case child
        case nextSibling
        case subsequentSibling
    }

    /// The compounds from right to left, which is the order of matching.
    let compounds: [CompoundSelector]
    /// `combinators[i]` stands between `compounds[i]` and the one to its left, `compounds[i + 1]`.
    let combinators: [Combinator]

    public let specificity: Specificity

    init(compounds: [CompoundSelector], combinators: [Combinator]) {
        self.compounds = compounds
        self.combinators = combinators
        var total = Specificity.zero
        for compound in compounds { total += compound.specificity }
        specificity = total
    }

    /// The id that a selected element must have, where the selector names one.
    public var id: String? { compounds.first?.id }

    /// A class that a selected element must have, where the selector names one.
    public var className: String? { compounds.first?.classes.first }

    /// The type, in lower case, that a selected HTML element must have, where the selector names one.
    public var type: String? { compounds.first?.type?.lowercased }
}
