/// A frame that is drawn on, within an area that nothing leaves.
struct Canvas {
    var frame: Frame
    /// The cells that may be drawn on.
    let area: Rect

    init(frame: Frame, area: Rect) {
        self.frame = frame
        let columns = area.columns.clamped(to: 0..<max(0, frame.size.columns))
        let rows = area.rows.clamped(to: 0..<max(0, frame.size.rows))
        self.area = Rect(column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
    }

    /// Writes text from a place on; what lies outside of the area is cut off, half a wide character becomes a blank.
    mutating func write(_ text: String, column: Int, row: Int, style: CellStyle) {
        guard area.rows.contains(row) else { return }
        var column = column
        for character in text {
            let width = TextWidth.width(of: character)
            defer { column += width }
            guard width > 0, column < area.columns.upperBound else { continue }
            if area.columns.contains(column), column + width <= area.columns.upperBound {
                put(String(character), width: width, column: column, row: row, style: style)
            } else {
                for covered in column..<column + width where area.columns.contains(covered) {
                    put(" ", width: 1, column: covered, row: row, style: style)
                }
            }
        }
    }

    /// Draws a sign of one cell along a row.
    mutating func draw(_ sign: String, columns: Range<Int>, row: Int, style: CellStyle) {
        guard area.rows.contains(row) else { return }
        for column in columns.clamped(to: area.columns) {
            put(sign, width: 1, column: column, row: row, style: style)
        }
    }

    /// Fills a rectangle with blanks of a style.
    mutating func fill(_ rect: Rect, style: CellStyle) {
        let columns = rect.columns.clamped(to: area.columns)
        for row in rect.rows.clamped(to: area.rows) {
            for column in columns { put(" ", width: 1, column: column, row: row, style: style) }
        }
    }

    /// Draws a piece of a light line, joined with the lines that are there already.
    mutating func join(_ arms: LineArms, column: Int, row: Int, style: CellStyle) {
        guard area.contains(Position(column: column, row: row)) else { return }
        let present = LineArms(sign: frame[column, row].text)
        put(arms.union(present).sign, width: 1, column: column, row: row, style: style)
    }

    private mutating func put(_ text: String, width: Int, column: Int, row: Int, style: CellStyle) {
        // Whoever overwrites one half of a wide character leaves a blank in the other.
        if frame[column, row].text.isEmpty, column > 0 { frame[column - 1, row].text = " " }
        let last = column + width - 1
        if last + 1 < frame.size.columns, frame[last + 1, row].text.isEmpty { frame[last + 1, row].text = " " }
        frame[column, row] = Cell(text: text, style: style)
        if width == 2 { frame[column + 1, row] = Cell(text: "", style: style) }
    }
}
