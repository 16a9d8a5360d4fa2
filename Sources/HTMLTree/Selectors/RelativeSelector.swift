/// A selector that starts from a given element, as the `> li` of `:has(> li)`.
struct RelativeSelector: Hashable, Sendable {
    /// The selector with the element it starts from as its leftmost compound.
    let selector: ComplexSelector
    /// Whether it looks among the element's later siblings, and not below it.
    let looksAtSiblings: Bool
}
