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
