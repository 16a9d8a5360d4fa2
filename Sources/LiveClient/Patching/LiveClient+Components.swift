import LiveProtocol

extension LiveClient {
    /// Tells a view which of its components have left the page, and forgets them when it agrees (CLIENT.md 12).
    func reportGone(components cids: [Int], of view: ViewChannel) {
        guard !view.isDestroyed, let tree = view.tree else { return }
        let gone = cids.filter { tree.components[$0] != nil && views.element(ofComponent: $0, in: view) == nil }
        guard !gone.isEmpty else { return }
        tree.reset(components: gone)
        view.leavingComponents.formUnion(gone)
        outbox.push(.componentsWillBeDestroyed(gone), to: view) { _ in
        } deliver: { [weak self, weak view] outcome in
            guard case .handled = outcome else { return }
            // They may have come again while the question was under way, or while they were leaving.
            self?.schedule.requestUpdate { [weak self] in
                guard let self, let view else { return }
                view.leavingComponents.subtract(gone)
                let absent = gone.filter { views.element(ofComponent: $0, in: view) == nil }
                guard !absent.isEmpty else { return }
                outbox.push(.componentsDestroyed(absent), to: view) { outcome in
                    if case .componentsDeleted(let deleted) = outcome { view.tree?.prune(components: deleted) }
                }
            }
        }
    }
}
