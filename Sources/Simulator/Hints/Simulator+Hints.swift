import HTMLTree

extension Simulator {
    /// Shows labels on all that can be acted on in view.
    func showHints() {
        prepareScreen()
        let targets = hintTargets()
        hints = targets.isEmpty ? nil : HintMode(targets: targets)
    }

    /// What gets a label: what is in view, enabled, not behind a modal, and does something when pressed.
    func hintTargets() -> [NodeID] {
        let top = modal ?? document.root
        return document.elements(below: top).filter { node in
            isTarget(node) && isDisplayed(node) && screen.isInView(node)
        }
    }

    /// Whether there is anything to label, in view or not.
    var hasTargets: Bool {
        document.elements(below: modal ?? document.root).contains { isTarget($0) && isDisplayed($0) }
    }

    /// Handles a key while hints are shown.
    ///
    /// - Returns: Whether the key belongs to the hints; other keys end them and do what they do.
    func pressInHints(_ key: Key) -> Bool {
        guard hints != nil else { return false }
        switch key.code {
        case .escape:
            hints = nil
            return true
        case .backspace:
            if hints?.takeBack() != true { hints = nil }
            return true
        case .character(let letter) where key.modifiers.isEmpty:
            if let target = hints?.type(letter) {
                hints = nil
                act(on: target)
            }
            return true
        case .character, .enter, .tab, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
            .function:
            hints = nil
            return false
        }
    }

    /// Focuses a field, presses anything else.
    private func act(on target: NodeID) {
        guard document.isAlive(target) else { return }
        let focus = FocusKind(of: target, in: document)
        if focus.takesPrintableKeys || focus == .slider { client.focus(target) } else { clickByMouse(target) }
        settle()
    }

    private func isTarget(_ node: NodeID) -> Bool {
        if document.isDisabled(node) { return false }
        switch document.name(of: node) {
        // A label acts for its field, an option for its select; those have labels themselves.
        case "label", "option", "optgroup", "body", "html": return false
        case _: return client.isClickable(node) || document.isFocusable(node)
        }
    }
}
