extension Form {
    /// Whether an asynchronous rule has not answered yet; the form is not valid before it has.
    public var isPending: Bool { answers.contains { $0.state == .pending } }

    /// Notes as pending what must be asked about the contents as they are.
    ///
    /// - Returns: The questions, and the places about which nothing is to be asked any more.
    mutating func ask(_ rules: [AsyncFormRule<Model>]) -> (
        questions: [FormQuestion<Model>], settled: [FormQuestion<Model>]
    ) {
        var (questions, settled): ([FormQuestion<Model>], [FormQuestion<Model>]) = ([], [])
        for rule in rules {
            for (place, value) in FormTree.places(rule.path[...], in: contents) {
                let content = FormContent(value: value)
                let question = FormQuestion(rule: rule, place: place, text: content.text)
                let isAsked = used.contains(place) && !content.isBlank && (rulings[place] ?? []).isEmpty
                let known = answers.firstIndex { $0.place == place && $0.message == rule.message }
                switch known.map({ answers[$0].state }) {
                case .pending? where isAsked: continue
                case .holds?, .refused?: continue
                case .pending?, .unknown?, nil: break
                }
                if let known { answers.remove(at: known) }
                if isAsked {
                    answers.append(FormAnswer(place: place, message: rule.message, text: content.text))
                    questions.append(question)
                } else {
                    settled.append(question)
                }
            }
        }
        judge()
        return (questions, settled)
    }

    /// Takes the answer to a question; one that was asked about another text than stands there now is outdated.
    mutating func take(_ state: FormAnswer.State, to question: FormQuestion<Model>) {
        let index = answers.firstIndex { answer in
            answer.place == question.place && answer.message == question.rule.message && answer.text == question.text
        }
        guard let index, answers[index].state == .pending else { return }
        answers[index].state = state
        judge()
    }
}

/// A rule that is asked about the text in one field.
struct FormQuestion<Model>: Sendable {
    let rule: AsyncFormRule<Model>
    let place: String
    let text: String
}

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
