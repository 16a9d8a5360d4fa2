import HTMLTree

extension LiveClient {
    /// Focuses an element now, and once more when what the same chain of commands shows has become visible.
    func focusWhenShown(_ node: NodeID) { focusTwice { [weak self] in _ = self?.attemptFocus(node) } }

    /// Focuses the first interactive element in another, else the first that can have the focus at all.
    func focusFirstWhenShown(in node: NodeID) { focusTwice { [weak self] in self?.focusFirst(in: node) ?? () } }

    func popFocus() {
        guard let node = page.focusStack.popLast() else { return }
        focusTwice { [weak self] in self?.focusIfPossible(node) ?? () }
    }

    private func focusTwice(_ focus: @escaping () -> Void) {
        focus()
        onNextFrame { [weak self] in self?.onNextFrame(focus) }
    }

    /// Focuses an element as a script does, which does nothing where it cannot have the focus.
    func focusIfPossible(_ node: NodeID) {
        guard document.isAlive(node), isVisible(node), document.isFocusable(node) else { return }
        focus(node)
    }

    func focusFirst(in node: NodeID) {
        for interactiveOnly in [true, false] {
            guard document.isAlive(node) else { return }
            for candidate in Array(document.elements(below: node)) where document.isAlive(candidate) {
                if attemptFocus(candidate, interactiveOnly: interactiveOnly) { return }
            }
        }
    }

    /// Focuses an element of a kind that asks for it (`ARIA.attemptFocus` in phoenix_live_view's aria.ts).
    ///
    /// - Returns: Whether it has the focus then.
    @discardableResult
    private func attemptFocus(_ node: NodeID, interactiveOnly: Bool = false) -> Bool {
        guard document.isAlive(node) else { return false }
        if takesCommandedFocus(node, interactiveOnly: interactiveOnly) { focusIfPossible(node) }
        return document.activeElement == node
    }

    private func takesCommandedFocus(_ node: NodeID, interactiveOnly: Bool) -> Bool {
        switch document.name(of: node) {
        case "a": if document.attribute("rel", of: node) != "ignore" { return true }
        case "area": return document.hasAttribute("href", of: node)
        case "input", "select", "textarea", "button": if !document.isDisabled(node) { return true }
        case "iframe": return true
        default: break
        }
        guard document.attribute("aria-hidden", of: node) != "true" else { return false }
        if document.hasAttribute("tabindex", of: node) { return !interactiveOnly || document.tabIndex(of: node) >= 0 }
        return document.isFocusable(node)
    }

    /// `Phoenix.FocusWrap` takes the focus into its element when that comes to the page and is to be seen.
    func focusWrapMounted(_ node: NodeID) {
        if let focused = document.activeElement, document.contains(node, focused) { return }
        focusFirst(in: node)
    }

    /// An element of `Phoenix.FocusWrap` takes the focus itself, if it can have it, when it is shown later.
    func focusWrapShown(_ node: NodeID) {
        guard document.attribute(BindingName.hook, of: node) == FocusWrapHook.name else { return }
        focusIfPossible(node)
    }
}
