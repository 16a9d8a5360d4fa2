import HTMLTree

/// A submit that waits until the files of its form are sent.
struct AwaitingSubmit {
    let form: NodeID
    let submit: () -> Void
    /// Ends what shows that the form is being sent.
    let undo: () -> Void
}

extension LiveClient {
    /// Goes on with the submit that waits for a form's files.
    func triggerAwaitingSubmit(of form: NodeID) {
        guard let waiting = takeAwaitingSubmit(of: form) else { return }
        waiting.undo()
        if document.isAlive(form) { waiting.submit() }
    }

    /// Gives up the submit that waits for a form's files.
    func cancelAwaitingSubmit(of form: NodeID) { takeAwaitingSubmit(of: form)?.undo() }

    private func takeAwaitingSubmit(of form: NodeID) -> AwaitingSubmit? {
        page.awaitingSubmits.firstIndex { $0.form == form }.map { page.awaitingSubmits.remove(at: $0) }
    }
}
