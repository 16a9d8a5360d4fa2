import HTMLTree

/// One selector of a style sheet with what it sets.
struct StyleRule {
    enum PseudoElement {
        case before, after
    }

    let selector: ComplexSelector
    /// The selector as its sheet has it, with all that is around it.
    let text: String
    /// The byte of the sheet where the rule starts.
    let place: Int
    /// Set when the rule is about generated text before or after the content.
    let pseudoElement: PseudoElement?
    let declarations: [Declaration]
    let important: [Declaration]
    /// What the page has to be shown in for the rule to count.
    let conditions: [AtRuleCondition]
    /// The cascade layer that it is in; empty outside of all.
    let layer: LayerOrder.Path
}
