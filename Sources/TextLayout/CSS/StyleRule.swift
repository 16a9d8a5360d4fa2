import HTMLTree

/// One selector of a style sheet with what it sets.
struct StyleRule {
    enum PseudoElement {
        case before, after
    }

    let selector: ComplexSelector
    /// Set when the rule is about generated text before or after the content.
    let pseudoElement: PseudoElement?
    let declarations: [Declaration]
    let important: [Declaration]
    /// The least width of the page, in columns, from which on the rule counts.
    let minimumWidth: Int
    /// The greatest width of the page, in columns, up to which the rule counts.
    let maximumWidth: Int
}
