import TextLayout

extension Frame {
    /// A frame that shows lines of text; East Asian characters take two cells.
    init(columns: Int, lines: [String], style: CellStyle = .plain, cursor: Position? = nil) {
        self.init(size: Size(columns: columns, rows: lines.count))
        for (row, line) in lines.enumerated() {
            var column = 0
            for character in line where column < columns {
                let isWide = character.unicodeScalars.first.map { $0.value >= 0x1100 } ?? false
                self[column, row] = Cell(text: String(character), style: style)
                if isWide, column + 1 < columns { self[column + 1, row] = Cell(text: "", style: style) }
                column += isWide ? 2 : 1
            }
        }
        self.cursor = cursor
    }
}
