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
        case .press(.left): click(at: mouse.position)
        case .release: endMark(at: mouse.position)
        case .wheelUp: turnWheel(by: -wheel, at: mouse.position)
        case .wheelDown: turnWheel(by: wheel, at: mouse.position)
        case .press(.middle), .press(.right): break
        }
        return .none
    }

    private func click(at position: Position) {
        if clickInInspector(at: position) { return }
        guard let onPage = positionOnPage(position) else { return }
        if sidePanel?.takesMarks == true {
            markStart = onPage
        } else {
            history?.note(.click)
            simulator.click(at: onPage)
            askForFile()
        }
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
