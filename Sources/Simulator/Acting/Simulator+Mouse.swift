import HTMLTree
import LiveClient
import TextLayout

extension Simulator {
    /// Clicks a cell of the frame: the focus goes where a browser would put it, the caret where the click was, and what
    /// is there is pressed.
    package func click(at position: Position, button: MouseButton = .left, modifiers: ClickModifiers = []) {
        page.prepareForInput()
        guard client.question == nil else { return }
        page.hearing(.mouse) { clickWhatIs(at: position, button, modifiers) }
    }

    private func clickWhatIs(at position: Position, _ button: MouseButton, _ modifiers: ClickModifiers) {
        hintLabels.hide()
        prepareWindow()
        if selectList.isOpen {
            selectList.click(at: position)
            return settle()
        }
        if suggestions.click(at: position) { return settle() }
        guard let hit = page.window.node(at: position), let target = reachable(hit) else {
            client.blur()
            settle()
            return
        }
        if button == .left, page.banners.contain(target, in: document) {
            // A banner is dismissed without leaving the field that is being filled in.
            page.tell(.press(target))
            page.press(target, modifiers: modifiers)
        } else {
            page.tell(.press(target))
            // A button that is pressed may be disabled by that, until it is answered.
            let isDisabled = document.isDisabled(target)
            placeCaret(at: position, in: target)
            if document.isAlive(target) { page.clickByMouse(target, button: button, modifiers: modifiers) }
            if isDisabled, page.notice == nil, document.isAlive(target) {
                page.notice = SimulatorError.disabled(page.describe(target)).message
            }
            if button == .left { openList(of: target) }
        }
        settle()
    }

    /// Turns the wheel over a cell of the frame; the page scrolls down by a number of rows, or up by a negative one.
    package func wheel(by rows: Int, at position: Position) {
        if selectList.isOpen { return selectList.wheel(by: rows > 0 ? 1 : -1) }
        page.hearing(.mouse) { scroll(by: rows) }
    }

    /// Opens the list of a drop-down that a click has focused.
    private func openList(of target: NodeID) {
        guard document.activeElement == target, page.focus == .select, document.displaySize(of: target) == 1 else {
            return
        }
        selectList.show(target)
    }

    /// What a click reaches: banners always, the rest of the page only where no modal is before it. A click beside a modal
    /// hits what is behind everything.
    private func reachable(_ node: NodeID) -> NodeID? {
        guard let modal, !document.contains(modal, node) else { return node }
        if page.banners.contain(node, in: document) { return node }
        return document.elements(below: document.root).first { document.name(of: $0) == "body" }
    }

    /// Focuses a text field and puts the caret where the click was.
    private func placeCaret(at position: Position, in target: NodeID) {
        guard document.controlKind(of: target)?.isTextEntry == true, document.isFocusable(target) else { return }
        client.focus(target)
        guard document.isAlive(target),
            let offset = page.window.caretOffset(onPage: page.window.onPage(position), in: target)
        else { return }
        if page.focus == .dateField {
            dateFields.select(offset: offset, in: target)
        } else {
            document.setSelection(offset..<offset, of: target)
        }
    }
}
