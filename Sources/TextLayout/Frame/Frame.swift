/// A picture of cells as a terminal shows it.
public struct Frame: Hashable, Sendable {
    public let size: Size
    /// Row by row, each row `size.columns` long.
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor is; nil while it is hidden.
    public var cursor: Position?

    public init(size: Size, fill: Cell = .blank) {
        self.size = size
        cells = Array(repeating: fill, count: max(0, size.columns * size.rows))
    }

    public subscript(column: Int, row: Int) -> Cell {
        get { cells[row * size.columns + column] }
        set { cells[row * size.columns + column] = newValue }
    }

    /// The cells of one row.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The text of one row without trailing blanks.
    public func text(ofRow row: Int) -> String {
        let cells = self.row(row)
        guard let last = cells.lastIndex(where: { $0.text != " " && !$0.text.isEmpty }) else { return "" }
        var text = ""
        for cell in cells[...last] { text += cell.text }
        return text
    }

    /// The text of all rows, without trailing blanks and trailing empty rows.
    public var text: String {
        var lines = (0..<size.rows).map(text(ofRow:))
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
