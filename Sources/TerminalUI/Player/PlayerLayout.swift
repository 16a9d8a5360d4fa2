import TextLayout

/// Where everything is on the terminal while a case is played.
struct PlayerLayout: Equatable {
    private static let leastTextColumns = 36
    private static let mostTextColumns = 80
    private static let leastTextRows = 6
    /// With fewer rows there is the picture alone.
    private static let leastRows = 13

    /// The picture with its border, which is no larger than it needs.
    var picture: Rect
    /// The steps with their border; nil where they are hidden, or there is no room.
    var steps: Rect?
    /// The inspector with its border.
    var inspector: Rect?
    var statusRow: Int

    /// - Parameters:
    ///   - size: The terminal's.
    ///   - pictureSize: The picture's own size.
    ///   - stepRows: How many rows the steps would like.
    init(size: Size, pictureSize: Size, stepRows: Int, showsSteps: Bool, showsInspector: Bool) {
        statusRow = size.rows - 1
        let rows = size.rows - 1
        let wanted = Size(columns: pictureSize.columns + 2, rows: pictureSize.rows + 2)
        var room = Rect(column: 0, row: 0, columns: size.columns, rows: rows)
        var text: Rect?
        if showsSteps || showsInspector {
            let beside = min(size.columns - wanted.columns, Self.mostTextColumns)
            if beside >= Self.leastTextColumns {
                room.size.columns -= beside
                text = Rect(column: room.size.columns, row: 0, columns: beside, rows: rows)
            } else if rows >= Self.leastRows {
                let most = showsInspector ? rows * 3 / 5 : rows / 2
                let least = showsInspector ? rows / 2 : max(Self.leastTextRows, rows / 3)
                let below = min(most, max(least, rows - wanted.rows, min(stepRows + 2, most)))
                room.size.rows -= below
                text = Rect(column: 0, row: room.size.rows, columns: size.columns, rows: below)
            } else if showsInspector {
                (room.size.rows, text) = (0, room)
            }
        }
        picture = Self.centred(wanted, in: room)
        guard let text else { return }
        switch (showsSteps, showsInspector) {
        case (_, false): steps = text
        case (false, true): inspector = text
        case (true, true):
            let above = text.size.rows >= 2 * Self.leastTextRows + 4 ? max(Self.leastTextRows, text.size.rows / 3) : 0
            if above > 0 {
                steps = Rect(column: text.origin.column, row: text.origin.row, columns: text.size.columns, rows: above)
            }
            inspector = Rect(
                column: text.origin.column, row: text.origin.row + above, columns: text.size.columns,
                rows: text.size.rows - above)
        }
    }

    private static func centred(_ size: Size, in room: Rect) -> Rect {
        let columns = min(size.columns, room.size.columns)
        let rows = min(size.rows, room.size.rows)
        return Rect(
            column: room.origin.column + (room.size.columns - columns) / 2,
            row: room.origin.row + (room.size.rows - rows) / 2, columns: columns, rows: rows)
    }
}
