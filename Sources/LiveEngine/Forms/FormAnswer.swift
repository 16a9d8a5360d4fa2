/// What is known of an asynchronous rule and the text that it was asked about.
struct FormAnswer: Sendable {
    enum State: Equatable, Sendable {
        case pending
        case holds
        case refused
        /// The rule could not be asked; why, in words for people.
        case unknown(String)
    }

    /// The field's path.
    let place: String
    /// The rule's words, which tell it from the field's other rules.
    let message: String
    let text: String
    var state = State.pending

    /// What is wrong with the field, if anything.
    var problem: String? {
        switch state {
        case .pending, .holds: nil
        case .refused: message
        case .unknown(let reason): "cannot be checked now (\(reason))"
        }
    }
}
