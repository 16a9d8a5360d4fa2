/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
    public var origin: Position
    public var size: Size

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        origin = Position(column: column, row: row)
        size = Size(columns: columns, rows: rows)
    }

    public var columns: Range<Int> { origin.column..<origin.column + size.columns }

    public var rows: Range<Int> { origin.row..<origin.row + size.rows }

    public func contains(_ position: Position) -> Bool {
        columns.contains(position.column) && rows.contains(position.row)
    }
}
