import TextLayout

extension Frame {
    /// Writes a line from a position on, cut to so many columns.
    /// - Returns: The columns that were written.
    @discardableResult
    mutating func draw(_ line: StyledText, at position: Position, columns: Int) -> Int {
        guard (0..<size.rows).contains(position.row) else { return 0 }
        let end = min(position.column + columns, size.columns)
        var column = position.column
        for run in line.cut(to: columns).runs {
            for character in run.text {
                let width = TextWidth.width(of: character)
                guard width > 0, column >= 0, column + width <= end else { continue }
                self[column, position.row] = Cell(text: String(character), style: run.style)
                if width == 2 { self[column + 1, position.row] = Cell(text: "", style: run.style) }
                column += width
            }
        }
        return column - position.column
    }

    /// Makes an area blank.
    mutating func fill(_ area: Rect, _ style: CellStyle = .plain) {
        for row in area.rows where (0..<size.rows).contains(row) {
            for column in area.columns where (0..<size.columns).contains(column) {
                self[column, row] = Cell(style: style)
            }
        }
    }

    /// Draws a box with text in its top border, at the left and at the right, and in its bottom border.
    ///
    /// - Parameter ground: What it all stands on.
    mutating func drawBox(
        _ area: Rect, title: StyledText = StyledText(), note: StyledText = StyledText(),
        footer: StyledText = StyledText(), style: CellStyle = ChromeStyle.border, ground: Color = .standard
    ) {
        var style = style
        style.background = ground
        guard area.size.columns >= 2, area.size.rows >= 2 else { return }
        let (left, right) = (area.columns.lowerBound, area.columns.upperBound - 1)
        let (top, bottom) = (area.rows.lowerBound, area.rows.upperBound - 1)
        for column in area.columns {
            self[column, top] = Cell(text: "─", style: style)
            self[column, bottom] = Cell(text: "─", style: style)
        }
        for row in area.rows {
            self[left, row] = Cell(text: "│", style: style)
            self[right, row] = Cell(text: "│", style: style)
        }
        self[left, top] = Cell(text: "╭", style: style)
        self[right, top] = Cell(text: "╮", style: style)
        self[left, bottom] = Cell(text: "╰", style: style)
        self[right, bottom] = Cell(text: "╯", style: style)

        let room = area.size.columns - 4
        let noteWidth = note.width
        let hasNote = noteWidth > 0 && noteWidth + 2 <= room
        drawLabel(title, from: left + 2, row: top, columns: hasNote ? room - noteWidth - 3 : room, ground)
        if hasNote { drawLabel(note, from: right - noteWidth - 3, row: top, columns: noteWidth + 2, ground) }
        drawLabel(footer, from: left + 2, row: bottom, columns: room, ground)
    }

    private mutating func drawLabel(
        _ text: StyledText, from column: Int, row: Int, columns: Int, _ ground: Color
    ) {
        guard columns > 2, text.width > 0 else { return }
        var label = StyledText(" ")
        label.append(text.cut(to: columns - 2))
        label.append(" ")
        draw(label.on(ground), at: Position(column: column, row: row), columns: columns)
    }
}
