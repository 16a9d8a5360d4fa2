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
        var hasChanges = false
        for column in frame.changedColumns(inRow: row, since: before) where column < device.size.columns {
            hasChanges = true
            var cell = frame[column, row]
            let isWide = column + 1 < device.size.columns && frame.isWide(column: column, row: row)
            if cell.text.isEmpty {
                // The right half of a wide character comes with the left one; without one it is blank.
                guard !frame.isWide(column: column - 1, row: row) else { continue }
                cell.text = " "
            }
            device.put(cell, width: isWide ? 2 : 1, at: Position(column: column, row: row))
        }
        return hasChanges
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
