import TextLayout

/// Where a list stands in front of the page: below what it belongs to, above it where there is more room, and over it where
/// there is room at neither side.
enum PopupPlacement {
    /// The rows of a frame and one entry.
    private static let leastRows = 3
    /// With so many rows a list is better beside what it belongs to than over it.
    private static let enoughRows = 6

    /// - Parameters:
    ///   - wanted: What the list needs to show all it has, its frame included.
    ///   - anchor: What it belongs to, in cells of the frame.
    ///   - size: The frame's.
    static func area(for wanted: Size, at anchor: Rect, in size: Size) -> Rect {
        let columns = max(1, min(wanted.columns, size.columns))
        let column = max(0, min(anchor.origin.column, size.columns - columns))
        let below = max(0, size.rows - anchor.rows.upperBound)
        let above = max(0, min(anchor.rows.lowerBound, size.rows))
        let enough = min(wanted.rows, max(leastRows, enoughRows))
        let rows: Int
        let row: Int
        if wanted.rows <= below || (below >= enough && below >= above) {
            rows = min(wanted.rows, below)
            row = anchor.rows.upperBound
        } else if above >= enough {
            rows = min(wanted.rows, above)
            row = above - rows
        } else {
            rows = min(wanted.rows, size.rows)
            row = max(0, min(anchor.rows.lowerBound, size.rows - rows))
        }
        return Rect(column: column, row: row, columns: columns, rows: max(1, rows))
    }
}
