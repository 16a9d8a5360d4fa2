import HTMLTree
import LiveClient

/// Labels on all that can be acted on, shown until one is typed.
final class Hints {
    private let page: OpenPage
    /// What is shown; nil while there are none.
    private(set) var mode: HintMode?

    init(of page: OpenPage) { self.page = page }

    /// Shows labels on all that can be acted on in view.
    func show() {
        let targets = targetsInView
        mode = targets.isEmpty ? nil : HintMode(targets: targets)
    }

    func hide() { mode = nil }

    /// Goes on with what is in view now.
    func update() {
        if mode != nil { mode?.update(targets: targetsInView) }
    }

    /// Whether there is anything to label, in view or not.
    var haveTargets: Bool {
        page.document.elements(below: page.reachableTop).contains { isTarget($0) && page.isDisplayed($0) }
    }

    /// Handles a key while hints are shown.
    ///
    /// - Returns: Whether the key belongs to the hints; other keys end them and do what they do.
    func press(_ key: Key) -> Bool {
        guard mode != nil else { return false }
        switch key.code {
        case .escape:
            hide()
            return true
        case .backspace:
            if mode?.takeBack() != true { hide() }
            return true
        case .character(let letter) where key.modifiers.isEmpty:
            if let target = mode?.type(letter) {
                hide()
                act(on: target)
            }
            return true
        case .character, .enter, .tab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
            .function:
            hide()
            return false
        }
    }

    /// What gets a label: what is in view, enabled, not behind a modal, and does something when pressed.
    private var targetsInView: [NodeID] {
        page.document.elements(below: page.reachableTop).filter { node in
            isTarget(node) && page.isDisplayed(node) && page.window.isInView(node)
        }
    }

    /// Focuses a field, presses anything else.
    private func act(on target: NodeID) {
        guard page.document.isAlive(target) else { return }
        let focus = FocusKind(of: target, in: page.document)
        if focus.takesPrintableKeys || focus == .slider {
            page.client.focus(target)
        } else {
            page.tell(.press(target))
            page.clickByMouse(target)
        }
        page.settle()
    }

    private func isTarget(_ node: NodeID) -> Bool {
        if page.document.isDisabled(node) { return false }
        switch page.document.name(of: node) {
        // A label acts for its field, an option for its select; those have labels themselves.
        case "label", "option", "optgroup", "body", "html": return false
        case _: return page.client.isClickable(node) || page.document.isFocusable(node)
        }
    }
}
