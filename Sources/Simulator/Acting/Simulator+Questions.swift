/// What a click asks before anything comes of it; until it is answered, nothing else on the page can be done.
extension Simulator {
    /// The question that waits for an answer; nil when there is none.
    package var question: String? { client.question }

    /// Answers the question.
    ///
    /// - Throws: When there is none.
    package func answer(_ isYes: Bool) throws(SimulatorError) {
        prepareForInput()
        guard client.question != nil else { throw .noQuestion }
        client.answer(isYes)
        settle()
    }

    func checkNoQuestion() throws(SimulatorError) {
        if let question = client.question { throw .questionOpen(question) }
    }

    /// - Returns: False when the key answers nothing.
    func answer(by key: Key) -> Bool {
        switch key {
        case Key(.character("y")), Key(.enter): client.answer(true)
        case Key(.character("n")), Key(.escape): client.answer(false)
        case _: return false
        }
        settle()
        return true
    }
}
