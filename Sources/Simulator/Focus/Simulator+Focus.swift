import HTMLTree

extension Simulator {
    /// Moves the focus to the next stop of Tab, or the one before; round at the ends, and not out of a modal.
    func moveFocus(isBackward: Bool) {
        let stops = TabStops(in: document, below: modal ?? document.root, isDisplayed: isDisplayed)
        guard let place = focusWalk.next(in: stops, of: document, isBackward: isBackward) else { return }
        focusWalk.remember(stops.nodes[place], place: place)
        editors.removeDead(in: document)
        client.focus(stops.nodes[place])
    }

    /// Takes the focus from where it is; Tab goes on from there.
    func leaveField() {
        if let node = document.activeElement {
            let stops = TabStops(in: document, below: modal ?? document.root, isDisplayed: isDisplayed)
            if let place = stops.place(of: node, in: document) { focusWalk.remember(node, place: place) }
        }
        client.blur()
    }

    /// What Enter does where the focus is.
    func activateFocused() {
        guard let node = document.activeElement else { return }
        switch FocusKind(of: node, in: document) {
        case .button, .link, .file: press(node)
        case .textArea: _ = edit(.insert("\n"))
        case .textField, .checkbox, .radio, .slider: submitImplicitly(from: node)
        case .page, .select, .other: return
        }
    }

    private func submitImplicitly(from node: NodeID) {
        switch client.implicitSubmission(from: node) {
        case nil: return
        case .button(let button): press(button)
        case .form(let form):
            client.submit(form)
            noticeInvalidField(of: form)
        }
    }

    /// Presses an element as a key does: the focus stays where it is. Keeps the reason for the person when a field keeps a
    /// form from being sent.
    func press(_ node: NodeID) {
        noticing(node) { client.dispatchClick(node) }
    }

    /// Clicks an element as the mouse does: the focus goes there first.
    func clickByMouse(_ node: NodeID) {
        noticing(node) { client.click(node) }
    }

    private func noticing(_ node: NodeID, _ click: () -> Void) {
        let button = ([node] + document.ancestors(of: node)).first {
            document.controlKind(of: $0)?.isSubmitButton == true
        }
        let form = button.flatMap(document.form(of:))
        let checks = button.map { !document.hasAttribute("formnovalidate", of: $0) } ?? false
        click()
        if let form, checks, document.isAlive(form) { noticeInvalidField(of: form) }
    }

    /// A browser focuses the field that keeps a form from being sent, and says what is wrong with it.
    private func noticeInvalidField(of form: NodeID) {
        guard !document.hasAttribute("novalidate", of: form), let field = document.activeElement,
            document.form(of: field) == form, let problem = document.validityProblem(of: field)
        else { return }
        notice = "\(ElementDescription(of: field, in: document)): \(problem.message)"
    }
}
