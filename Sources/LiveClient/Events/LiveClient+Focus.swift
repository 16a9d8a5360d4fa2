import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Moves the focus to an element: the one that had it loses it first, with all that waited for that.
    public func focus(_ node: NodeID) {
        guard document.isAlive(node), document.activeElement != node else { return }
        blur()
        guard document.isAlive(node) else { return }
        document.setActiveElement(node)
        notify(.focus, at: node)
        runFocusBinding("focus", on: node)
    }

    /// Takes the focus away.
    public func blur() {
        guard let node = document.activeElement else { return }
        document.setActiveElement(nil)
        notify(.blur, at: node)
        flushRateLimit(of: node)
        guard document.isAlive(node) else { return }
        runFocusBinding("blur", on: node)
    }

    /// Takes the focus from an element, or what is in it, because it is about to be moved or to leave the page.
    func focusLeaves(_ node: NodeID) {
        guard let focused = document.activeElement, focused == node || document.contains(node, focused) else { return }
        blur()
    }

    /// Takes the focus from what cannot have it any more: a browser does so as soon as it has time.
    ///
    /// - Returns: Whether it did.
    func dropLostFocus() -> Bool {
        guard let focused = document.activeElement else { return false }
        guard
            !document.isAlive(focused) || !document.isConnected(focused) || document.isDisabled(focused)
                || !isVisible(focused)
        else { return false }
        blur()
        return true
    }

    /// The window as a whole loses the focus.
    public func windowBlur() { runBindings(.windowBlur, BindingName.windowBlur, type: "blur") }

    /// The window as a whole has the focus again.
    public func windowFocus() { runBindings(.windowFocus, BindingName.windowFocus, type: "focus") }

    private func runFocusBinding(_ type: String, on node: NodeID) {
        guard let binding = document.attribute(BindingName.event(type), of: node), !isLeaving(node) else { return }
        let context = CommandContext(source: node, type: type)
        if type == "blur" {
            run(binding, in: context)
        } else {
            limitRate(of: node) { [weak self] in self?.run(binding, in: context) }
        }
    }

    private func runBindings(_ kind: BindingIndex.Kind, _ attribute: String, type: String) {
        for node in bindings.elements(kind) {
            guard document.isAlive(node), let binding = document.attribute(attribute, of: node) else { continue }
            run(binding, in: CommandContext(source: node, type: type))
        }
    }
}
