/// A CSS selector, compiled: a list of alternatives of which one has to match (Selectors 4).
package struct Selector: Hashable, Sendable {
    /// The selector as written.
    package let text: String
    /// What the commas separate, first to last.
    package let alternatives: [ComplexSelector]

    /// Compiles a selector.
    ///
    /// - Throws: `SelectorError`, which names the place and what was expected there.
    package init(_ text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        self.text = text
        alternatives = try parser.parseWholeList()
    }
}

/// Compound selectors joined by combinators, as `form > input[name]`; it selects what its last compound describes.
package struct ComplexSelector: Hashable, Sendable {
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

    package let specificity: Specificity

    init(compounds: [CompoundSelector], combinators: [Combinator]) {
        self.compounds = compounds
        self.combinators = combinators
        var total = Specificity.zero
        for compound in compounds { total += compound.specificity }
        specificity = total
    }

    /// The id that a selected element must have, where the selector names one.
    package var id: String? { compounds.first?.id }

    /// A class that a selected element must have, where the selector names one.
    package var className: String? { compounds.first?.classes.first }

    /// The type, in lower case, that a selected HTML element must have, where the selector names one.
    package var type: String? { compounds.first?.type?.lowercased }
}

/// What one element has to be, as `input.wide[name=a]:checked`; with nothing asked for it is `*`.
struct CompoundSelector: Hashable, Sendable {
    /// An element's type: HTML elements match without regard to case, others exactly.
    struct TypeName: Hashable, Sendable {
        let written: String
        let lowercased: String
    }

    var type: TypeName?
    var id: String?
    var classes: [String] = []
    var attributes: [AttributeSelector] = []
    var pseudoClasses: [PseudoClass] = []
    /// Ids after the first, which only an impossible selector such as `#a#b` has.
    var furtherIDs: [String] = []

    var specificity: Specificity {
        var total = Specificity(
            ids: (id == nil ? 0 : 1) + furtherIDs.count, classes: classes.count + attributes.count,
            types: type == nil ? 0 : 1)
        for pseudoClass in pseudoClasses { total += pseudoClass.specificity }
        return total
    }
}

/// A selector that starts from a given element, as the `> li` of `:has(> li)`.
struct RelativeSelector: Hashable, Sendable {
    /// The selector with the element it starts from as its leftmost compound.
    let selector: ComplexSelector
    /// Whether it looks among the element's later siblings, and not below it.
    let looksAtSiblings: Bool
}
