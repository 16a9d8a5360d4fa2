import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Moves the focus to an element: the one that had it loses it first, with all that waited for that.
    package func focus(_ node: NodeID) {
        guard document.isAlive(node), document.activeElement != node else { return }
        blur()
        guard document.isAlive(node) else { return }
        document.setActiveElement(node)
        hooks.notify(.focus, at: node)
        guard document.isAlive(node), let binding = document.attribute(BindingName.event("focus"), of: node),
            !page.isLeaving(node)
        else {
            return
        }
        limitRate(of: node) { [weak self] in self?.run(binding, in: CommandContext(source: node, type: "focus")) }
    }

    /// Takes the focus away.
    package func blur() {
        guard let node = document.activeElement else { return }
        document.setActiveElement(nil)
        hooks.notify(.blur, at: node)
        page.rateLimits.flush(node)
        guard document.isAlive(node), let binding = document.attribute(BindingName.event("blur"), of: node),
            !page.isLeaving(node)
        else { return }
        run(binding, in: CommandContext(source: node, type: "blur"))
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
        guard !document.isAlive(focused) || document.isDisabled(focused) || !page.effects.isVisible(focused) else {
            return false
        }
        blur()
        return true
    }

    // MARK: Commands

    /// Does what a command that moves the focus says: now, and once more when what the same chain of commands shows has
    /// become visible.
    func run(_ command: FocusCommand) {
        let operation = { [weak self] in
            guard let self else { return }
            switch command {
            case .focus(let node): _ = attemptFocus(node)
            case .focusFirst(let node): focusFirst(in: node)
            case .restore(let node): focusIfPossible(node)
            }
        }
        operation()
        schedule.onNextFrame { [weak self] in self?.schedule.onNextFrame(operation) }
    }

    /// Focuses an element as a script does, which does nothing where it cannot have the focus.
    func focusIfPossible(_ node: NodeID) {
        guard document.isAlive(node), page.effects.isVisible(node), document.isFocusable(node) else { return }
        focus(node)
    }

    /// Focuses the first interactive element in another, else the first that can have the focus at all.
    private func focusFirst(in node: NodeID) {
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
    private func attemptFocus(_ node: NodeID, interactiveOnly: Bool = false) -> Bool {
        guard document.isAlive(node) else { return false }
        if document.takesCommandedFocus(node, interactiveOnly: interactiveOnly) { focusIfPossible(node) }
        return document.activeElement == node
    }

    // MARK: Dialogs

    /// `Phoenix.FocusWrap` takes the focus into its element when that comes to the page and is to be seen.
    func focusWrapMounted(_ node: NodeID) {
        if let focused = document.activeElement, document.contains(node, focused) { return }
        focusFirst(in: node)
    }

    /// An element of `Phoenix.FocusWrap` takes the focus itself, if it can have it, when it is shown later.
    func focusWrapShown(_ node: NodeID) {
        if document.attribute(BindingName.hook, of: node) == FocusWrapHook.name { focusIfPossible(node) }
    }
}

/// A command that moves the focus.
enum FocusCommand {
    case focus(NodeID)
    /// To the first element in another that takes it.
    case focusFirst(in: NodeID)
    /// To where it was.
    case restore(NodeID)
}

extension Document {
    fileprivate func takesCommandedFocus(_ node: NodeID, interactiveOnly: Bool) -> Bool {
        switch name(of: node) {
        case "a": if attribute("rel", of: node) != "ignore" { return true }
        case "area": return hasAttribute("href", of: node)
        case "input", "select", "textarea", "button": if !isDisabled(node) { return true }
        case "iframe": return true
        default: break
        }
        guard attribute("aria-hidden", of: node) != "true" else { return false }
        if hasAttribute("tabindex", of: node) { return !interactiveOnly || tabIndex(of: node) >= 0 }
        return isFocusable(node)
    }
}

/// The hook that Phoenix has built in for dialogs: it takes the focus to the first element inside once that is shown.
///
/// What Tab does not leave is up to who moves the focus; see `aria-modal`.
final class FocusWrapHook: ClientHook {
    static let name = "Phoenix.FocusWrap"

    private let takeFocus: (NodeID) -> Void

    /// - Parameter takeFocus: Takes the focus into an element, unless it is there already.
    init(_ takeFocus: @escaping (NodeID) -> Void) { self.takeFocus = takeFocus }

    func mounted(_ context: HookContext) { takeFocus(context.element) }
}
