import HTMLTree

/// A step for a deed, worked out before the deed is done: afterwards the page may be another.
struct PlannedStep {
    enum Outcome {
        /// The step as it is.
        case step(RecordedStep)
        /// `choose`, of what a select then has chosen.
        case options(of: NodeID, ChosenTarget)
        /// `choose`, of the radio that is then ticked; each with its target.
        case radio(among: [NodeID: ChosenTarget])
        /// `fill`, with the value that a slider or number then has.
        case value(of: NodeID, ChosenTarget)
    }

    enum Condition {
        case always
        /// Something changed, or was told to the view.
        case effect
        /// The form was sent, and no field kept it back.
        case sent
        /// Something in particular has come of it.
        case when(() -> Bool)
    }

    var outcome: Outcome
    var condition = Condition.always
    /// Whether the step moves the focus to what it is about.
    var movesFocus = true

    init(_ outcome: Outcome, if condition: Condition = .always, movesFocus: Bool = true) {
        self.outcome = outcome
        self.condition = condition
        self.movesFocus = movesFocus
    }

    init(_ step: RecordedStep, if condition: Condition = .always, movesFocus: Bool = true) {
        self.init(.step(step), if: condition, movesFocus: movesFocus)
    }
}
