import HTMLTree
import TextLayout

extension Simulator {
    /// Clicks a cell of the frame: the focus goes where a browser would put it, the caret where the click was, and what
    /// is there is pressed.
    public func click(at position: Position) {
        prepareForInput()
        hints = nil
        prepareScreen()
        guard let hit = screen.node(at: position), let target = reachable(hit) else {
            client.blur()
            settle()
            return
        }
        if let option = ([target] + document.ancestors(of: target)).first(where: { document.name(of: $0) == "option" })
        {
            choose(clicked: option)
        } else {
            focus(at: position, on: target)
            if document.isAlive(target) { clickNoticing(target) }
        }
        settle()
    }

    /// Turns the wheel over a cell of the frame; the page scrolls down by a number of rows, or up by a negative one.
    public func wheel(by rows: Int, at position: Position) { scroll(by: rows) }

    /// What a click reaches: banners always, the rest of the page only where no modal is before it. A click beside a modal
    /// hits what is behind everything.
    private func reachable(_ node: NodeID) -> NodeID? {
        guard let modal, !document.contains(modal, node) else { return node }
        if banners.contains(where: { document.contains($0.node, node) }) { return node }
        return document.elements(below: document.root).first { document.name(of: $0) == "body" }
    }

    /// Focuses the nearest element that can have the focus, and puts the caret where the click was.
    private func focus(at position: Position, on target: NodeID) {
        // A banner is dismissed without leaving the field that is being filled in.
        if banners.contains(where: { document.contains($0.node, target) }) { return }
        guard let focusable = ([target] + document.ancestors(of: target)).first(where: document.isFocusable) else {
            // A label passes its click, and with it the focus, to its field.
            if !([target] + document.ancestors(of: target)).contains(where: { document.name(of: $0) == "label" }) {
                client.blur()
            }
            return
        }
        client.focus(focusable)
        guard document.isAlive(focusable), let offset = screen.caretOffset(at: position, in: focusable) else { return }
        document.setSelection(offset..<offset, of: focusable)
    }

    private func choose(clicked option: NodeID) {
        guard let select = document.select(of: option), !document.isDisabled(select), !document.isDisabled(option)
        else {
            return
        }
        client.focus(select)
        client.choose([option], of: select)
    }
}
