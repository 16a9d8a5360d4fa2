import HTMLTree
import LiveClient

extension OpenPage {
    /// Presses an element as a key does: the focus stays where it is. Keeps the reason for the person when a field keeps a
    /// form from being sent.
    func press(_ node: NodeID, modifiers: ClickModifiers = []) {
        noticing(node) { client.dispatchClick(node, modifiers: modifiers) }
    }

    /// Clicks an element as the mouse does: the focus goes there first.
    func clickByMouse(_ node: NodeID, button: MouseButton = .left, modifiers: ClickModifiers = []) {
        noticing(button == .left ? node : nil) { client.click(node, button: button, modifiers: modifiers) }
    }

    /// Submits the form of a field, as Enter in it does.
    func submitImplicitly(from node: NodeID) {
        tell(.submit(from: node))
        switch client.implicitSubmission(from: node) {
        case nil: return
        case .button(let button): press(button)
        case .form(let form):
            client.submit(form)
            noticeInvalidField(of: form)
        }
    }

    /// Dismisses a banner as a click on it does. The focus stays where it is.
    func dismiss(_ banner: Banner) {
        guard document.isAlive(banner.trigger) else { return }
        tell(.dismiss(banner))
        client.dispatchClick(banner.trigger)
        settle()
    }

    /// Dismisses all banners, the newest first.
    func dismissAllBanners() {
        // A view may answer with a banner of its own; so only as many as there are now are dismissed.
        for _ in 0..<banners.all.count {
            guard let newest = banners.newest else { return }
            dismiss(newest)
        }
    }

    /// - Parameter node: What is pressed.
    private func noticing(_ node: NodeID?, _ click: () -> Void) {
        let button = node.flatMap { node in
            ([node] + document.ancestors(of: node)).first { document.controlKind(of: $0)?.isSubmitButton == true }
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
        notice = "\(describe(field)): \(problem.message)"
    }
}
