import HTMLTree

/// What phoenix_html adds to a page: questions before clicks, and links that send a form (CLIENT.md 2).
extension LiveClient {
    /// What a click asked and waits for; nil when nothing is to be answered.
    public var question: String? { page.question?.text }

    /// Answers what a click asked: it goes on, or nothing comes of it.
    public func answer(_ isConfirmed: Bool) {
        guard let question = page.question else { return }
        page.question = nil
        if isConfirmed, document.isAlive(question.node) { question.proceed() }
    }

    /// Does what a click leads to, once all that it asks is confirmed; at once where nobody is there to be asked.
    func confirm(_ node: NodeID, then proceed: @escaping () -> Void) {
        let texts = settings.asksQuestions ? questions(at: node) : []
        ask(texts[...], of: node, then: proceed)
    }

    private func ask(_ texts: ArraySlice<String>, of node: NodeID, then proceed: @escaping () -> Void) {
        guard let text = texts.first else { return proceed() }
        page.question = Question(text: text, node: node) { [weak self] in
            self?.ask(texts.dropFirst(), of: node, then: proceed)
        }
    }

    /// The questions of an element and what it is in, the innermost first, as far as the first that sends a form.
    private func questions(at node: NodeID) -> [String] {
        var texts: [String] = []
        for node in [node] + document.ancestors(of: node) where document.isElement(node) {
            if let text = document.attribute("data-confirm", of: node), !text.isEmpty { texts.append(text) }
            if isMethodLink(node) { break }
        }
        return texts
    }

    /// Sends the form that a click on an element with `data-method` and `data-to` means, in place of what the browser
    /// would do.
    ///
    /// - Returns: False when there is no such element.
    func followMethodLink(at node: NodeID, modifiers: ClickModifiers) -> Bool {
        guard let link = ([node] + document.ancestors(of: node)).first(where: isMethodLink),
            let method = document.attribute("data-method", of: link),
            let address = document.attribute("data-to", of: link)
        else { return false }
        guard !opensElsewhere(link, modifiers) else { return true }
        let fields = URLEncodedForm.encode([
            ("_csrf_token", document.attribute("data-csrf", of: link) ?? ""), ("_method", method),
        ])
        var url = page.url.resolve(address)
        if method == "get" {
            url.query = fields
            load(url, history: .push)
        } else {
            load(url, method: "POST", body: fields, history: .push)
        }
        return true
    }

    private func isMethodLink(_ node: NodeID) -> Bool {
        document.isElement(node) && document.attribute("data-method", of: node)?.isEmpty == false
            && document.attribute("data-to", of: node)?.isEmpty == false
    }
}
