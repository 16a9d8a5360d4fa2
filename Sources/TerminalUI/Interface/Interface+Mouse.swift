import Simulator
import TextLayout

extension Interface {
    func handle(_ mouse: MouseEvent) -> Reaction {
        if case .press = mouse.action { problems.acknowledge() }
        if let overlay {
            let (reaction, isPassed) = take(overlay.handle(mouse, layout: layout))
            guard isPassed else { return reaction }
        }
        let wheel = 3
        switch mouse.action {
        case .press(.left): press(at: mouse.position)
        case .drag: drag(to: mouse.position)
        case .release:
            endMark(at: mouse.position)
            click(at: mouse.position)
        case .wheelUp: turnWheel(by: -wheel, at: mouse.position)
        case .wheelDown: turnWheel(by: wheel, at: mouse.position)
        case .press(.middle), .press(.right): break
        }
        return .none
    }

    private func press(at position: Position) {
        pressStart = nil
        if clickInInspector(at: position) { return }
        guard let onPage = positionOnPage(position) else { return }
        if sidePanel?.takesMarks == true { markStart = onPage } else { pressStart = position }
    }

    /// A button that goes up where it went down is a click; what is under it may have changed meanwhile.
    private func click(at position: Position) {
        defer { pressStart = nil }
        guard pressStart == position, let onPage = positionOnPage(position) else { return }
        history?.note(.click)
        simulator.click(at: onPage)
        askForFile()
    }

    /// Selects what the mouse is drawn over with its button down.
    private func drag(to position: Position) {
        guard let pressed = pressStart, pressed != position, let start = positionOnPage(pressed),
            let end = positionOnPage(position)
        else { return }
        pressStart = nil
        overlay = PageSelector(
            on: self, from: simulator.positionOnPage(start), to: simulator.positionOnPage(end))
    }

    private func endMark(at position: Position) {
        guard let start = markStart, let content = layout.pageContent else { return }
        markStart = nil
        sidePanel?.mark(from: start, to: position.within(content))
    }

    private func turnWheel(by rows: Int, at position: Position) {
        if let area = layout.inspector, area.contains(position) {
            inspector?.turnWheel(by: rows)
        } else if let onPage = positionOnPage(position) {
            simulator.wheel(by: rows, at: onPage)
        }
    }

    /// The cell of the page's picture at a position of the terminal; nil beside the page.
    func positionOnPage(_ position: Position) -> Position? {
        guard let content = layout.pageContent, content.contains(position) else { return nil }
        return position.within(content)
    }
}

extension Position {
    /// The position from an area's corner on.
    fileprivate func within(_ area: Rect) -> Position {
        Position(column: column - area.origin.column, row: row - area.origin.row)
    }
}
