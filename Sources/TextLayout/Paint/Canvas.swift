/// A frame that is drawn on, within an area that nothing leaves.
struct Canvas {
    var frame: Frame
    /// The cells that may be drawn on.
    private(set) var area: Rect

    init(frame: Frame, area: Rect) {
        self.frame = frame
        let columns = area.columns.clamped(to: 0..<max(0, frame.size.columns))
        let rows = area.rows.clamped(to: 0..<max(0, frame.size.rows))
        self.area = Rect(column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
    }

    /// Lets only the cells in a rectangle be drawn on, until the area is given back to `restore`.
    mutating func clip(to rect: Rect) {
        let columns = rect.columns.clamped(to: area.columns)
        let rows = rect.rows.clamped(to: area.rows)
        area = Rect(column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
    }

    mutating func restore(_ area: Rect) { self.area = area }

    /// Whether nothing is written in some cells of a row, all of which can be drawn on.
    func isBlank(_ columns: Range<Int>, row: Int) -> Bool {
        guard area.rows.contains(row), columns.clamped(to: area.columns) == columns else { return false }
        return columns.allSatisfy { frame[$0, row].text == " " }
    }

    /// Writes text from a place on; what lies outside of the area is cut off, half a wide character becomes a blank.
    mutating func write(_ text: String, column: Int, row: Int, style: CellStyle) {
        guard area.rows.contains(row) else { return }
        var text = text
        let isWritten = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
            let shown = (column..<column + bytes.count).clamped(to: area.columns)
            guard !shown.isEmpty else { return true }
            let part = bytes[shown.lowerBound - column..<shown.upperBound - column]
            frame.put(ascii: UnsafeBufferPointer(rebasing: part), column: shown.lowerBound, row: row, style: style)
            return true
        }
        if !isWritten { writeClusters(of: text, column: column, row: row, style: style) }
    }

    private mutating func writeClusters(of text: String, column: Int, row: Int, style: CellStyle) {
        var column = column
        for character in text {
            let width = TextWidth.width(of: character)
            defer { column += width }
            guard width > 0, column < area.columns.upperBound else { continue }
            if area.columns.contains(column), column + width <= area.columns.upperBound {
                frame.put(String(character), width: width, column: column, row: row, style: style)
            } else {
                draw(" ", columns: column..<column + width, row: row, style: style)
            }
        }
    }

    /// Draws a sign of one cell along a row.
    mutating func draw(_ sign: String, columns: Range<Int>, row: Int, style: CellStyle) {
        guard area.rows.contains(row) else { return }
        frame.fill(columns.clamped(to: area.columns), row: row, with: sign, style: style)
    }

    /// Fills a rectangle with blanks of a style.
    mutating func fill(_ rect: Rect, style: CellStyle) {
        for row in rect.rows.clamped(to: area.rows) { draw(" ", columns: rect.columns, row: row, style: style) }
    }

    /// Draws a piece of a light line. On the lines of a frame that are there already it joins them, as far as they are
    /// light too; others stay as they are.
    mutating func draw(_ arms: LineArms, onFrame: Bool, column: Int, row: Int, style: CellStyle) {
        guard area.contains(Position(column: column, row: row)) else { return }
        var arms = arms
        if onFrame {
            let present = LineArms(sign: frame[column, row].text)
            guard !present.isEmpty else { return }
            arms.formUnion(present)
        }
        frame.put(arms.sign, width: 1, column: column, row: row, style: style)
    }
}
