import HTMLTree

extension LiveClient {
    /// Focuses an element now, and once more when what the same chain of commands shows has become visible.
    func focusWhenShown(_ find: @escaping () -> NodeID?) {
        focusIfPossible(find())
        onNextFrame { [weak self] in
            self?.onNextFrame { [weak self] in self?.focusIfPossible(find()) }
        }
    }

    private func focusIfPossible(_ node: NodeID?) {
        guard let node, document.isAlive(node), isVisible(node), document.isFocusable(node) else { return }
        focus(node)
    }

    /// The first interactive element below a node that can have the focus, else the first that can at all.
    func firstFocusable(in node: NodeID) -> NodeID? {
        guard document.isAlive(node) else { return nil }
        let candidates = document.elements(below: node).filter {
            document.isFocusable($0) && isVisible($0) && document.attribute("aria-hidden", of: $0) != "true"
        }
        return candidates.first { document.tabIndex(of: $0) >= 0 } ?? candidates.first
    }

    func popFocus() {
        guard let node = page.focusStack.popLast() else { return }
        focusWhenShown { node }
    }

    /// `Phoenix.FocusWrap` takes the focus to its first element when it is shown.
    func focusWrapShown(_ node: NodeID) {
        guard document.attribute("phx-hook", of: node) == FocusWrapHook.name else { return }
        focusIfPossible(firstFocusable(in: node))
    }
}
