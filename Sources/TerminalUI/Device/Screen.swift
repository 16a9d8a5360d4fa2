import TextLayout

/// Shows frames on a device and writes only the cells that differ from the frame before.
final class Screen {
    private let device: any TerminalDevice
    private var shown: Frame?
    private var title: String?

    init(device: any TerminalDevice) { self.device = device }

    var size: Size { device.size }

    /// Shows a frame; one of another size than the device is cut or leaves the rest blank.
    func draw(_ frame: Frame) {
        if shown == nil { device.clear() }
        device.use(links: frame.links)
        let before = shown?.size == frame.size ? shown : nil
        if shown != nil, before == nil { device.clear() }
        var hasChanges = false
        for row in 0..<min(frame.size.rows, device.size.rows) {
            if draw(row: row, of: frame, before: before) { hasChanges = true }
        }
        if hasChanges || frame.cursor != before?.cursor || before == nil {
            device.present(cursor: frame.cursor)
        }
        shown = frame
    }

    /// - Returns: Whether any cell of the row changed.
    private func draw(row: Int, of frame: Frame, before: Frame?) -> Bool {
        if let before, frame.hasSameRow(row, as: before) { return false }
        let cells = frame.row(row)
        let old = before?.row(row)
        let columns = min(frame.size.columns, device.size.columns)
        var hasChanges = false
        for column in 0..<columns {
            let cell = cells[column]
            if let old, old[column] == cell { continue }
            hasChanges = true
            if cell.text.isEmpty {
                // The right half of a wide character comes with the left one; without one it is blank.
                guard column == 0 || !Self.isWide(cells, column - 1) else { continue }
                device.put(Cell(style: cell.style), width: 1, at: Position(column: column, row: row))
            } else {
                let width = column + 1 < columns && Self.isWide(cells, column) ? 2 : 1
                device.put(cell, width: width, at: Position(column: column, row: row))
            }
        }
        return hasChanges
    }

    private static func isWide(_ cells: [Cell], _ index: Int) -> Bool {
        guard !cells[index].text.isEmpty, index + 1 < cells.endIndex else { return false }
        return cells[index + 1].text.isEmpty
    }

    /// Sets the window's title where it is another one than before.
    func setTitle(_ newTitle: String) {
        guard newTitle != title else { return }
        title = newTitle
        device.setTitle(newTitle)
    }

    /// Has every cell written again with the next frame.
    func invalidate() { shown = nil }

    /// Shows everything in another theme with the next frame.
    func use(_ theme: Theme) {
        device.use(theme)
        invalidate()
    }

    /// Lets the device take what the terminal says of itself; all is shown anew where that makes a difference.
    func take(_ answer: TerminalAnswer) {
        if device.take(answer) { invalidate() }
    }

    func setMouse(isOn: Bool) { device.setMouse(isOn: isOn) }

    func copy(_ text: String) { device.copy(text) }

    func ring() { device.ring() }

    func updateSize() {
        device.updateSize()
        invalidate()
    }

    func suspend() { device.suspend() }

    func resume() {
        device.resume()
        device.updateSize()
        title = nil
        invalidate()
    }

    func close() { device.close() }
}
