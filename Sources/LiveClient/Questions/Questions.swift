import HTMLTree

/// What clicks ask before anything comes of them, from `data-confirm` as phoenix_html reads it
/// (TheClientsRules.md, "A click, step by step").
final class Questions {
    private struct Question {
        var text: String
        /// What was clicked; nil where the question is of the client's own.
        var node: NodeID?
        /// Goes on with the click.
        var proceed: () -> Void
    }

    private let document: Document
    private var question: Question?

    init(document: Document) { self.document = document }

    /// What a click asked and waits for; nil when nothing is to be answered.
    var text: String? { question?.text }

    /// Does what a click leads to, once all that it asks is confirmed.
    func confirm(_ node: NodeID, then proceed: @escaping () -> Void) {
        ask(texts(at: node)[...], of: node, then: proceed)
    }

    /// Asks something that no element of the page asks.
    func ask(_ text: String, then proceed: @escaping () -> Void) {
        question = Question(text: text, node: nil, proceed: proceed)
    }

    /// Answers what a click asked: it goes on, or nothing comes of it.
    func answer(_ isConfirmed: Bool) {
        guard let question else { return }
        self.question = nil
        if isConfirmed, question.node.map(document.isAlive) ?? true { question.proceed() }
    }

    private func ask(_ texts: ArraySlice<String>, of node: NodeID, then proceed: @escaping () -> Void) {
        guard let text = texts.first else { return proceed() }
        question = Question(text: text, node: node) { [weak self] in
            self?.ask(texts.dropFirst(), of: node, then: proceed)
        }
    }

    /// The questions of an element and what it is in, the innermost first, as far as the first that sends a form.
    private func texts(at node: NodeID) -> [String] {
        var texts: [String] = []
        for node in document.inclusiveAncestors(of: node) where document.isElement(node) {
            if let text = document.attribute("data-confirm", of: node), !text.isEmpty { texts.append(text) }
            if document.isMethodLink(node) { break }
        }
        return texts
    }
}
