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
    /// What the page has to be shown in for the rule to count.
    let conditions: [AtRuleCondition]
    /// The cascade layer that it is in; empty outside of all.
    let layer: LayerOrder.Path
}
