import HTMLTree

/// A stretch of text on one row of the page, as it is laid out.
package struct TextPiece: Hashable, Sendable {
    package let text: String
    package let row: Int
    package let column: Int
    /// Whether it belongs to the same paragraph, cell or field as the piece before.
    package let isContinued: Bool
}

extension PageLayout {
    /// All text that the page shows, in document order: paragraph by paragraph, and of each from line to line.
    package func textPieces() -> [TextPiece] {
        var pieces: [TextPiece] = []
        let page = Rect(column: 0, row: 0, columns: .max / 2, rows: .max / 2)
        if let root { gather(root, in: Position(column: 0, row: 0), page, &pieces) }
        for overlay in overlays { gather(overlay.box, in: overlay.origin, page, &pieces) }
        return pieces
    }

    /// - Parameter area: What is shown of the box around, as nothing leaves its box.
    private func gather(_ box: Box, in around: Position, _ area: Rect, _ pieces: inout [TextPiece]) {
        let origin = Position(column: around.column + box.origin.column, row: around.row + box.origin.row)
        var area = area
        let display = styles.metrics(box.style).display
        if !display.isTable || display == .tableCell {
            let columns = (origin.column..<origin.column + box.size.columns).clamped(to: area.columns)
            let rows = (origin.row..<origin.row + box.size.rows).clamped(to: area.rows)
            guard !columns.isEmpty, !rows.isEmpty else { return }
            area = Rect(column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
        }
        let runs: [TextRun]
        switch box.content {
        case .lines(let content):
            if let run = content.singleRun {
                take(run, true, origin, area, &pieces)
                return
            }
            runs = content.runs
        case .control(let content): runs = content.runs
        case .boxes, .table: runs = []
        }
        var isFirst = true
        for run in runs where take(run, isFirst, origin, area, &pieces) { isFirst = false }
        for child in box.children { gather(child, in: origin, area, &pieces) }
    }

    @discardableResult
    private func take(
        _ run: TextRun, _ isFirst: Bool, _ origin: Position, _ area: Rect, _ pieces: inout [TextPiece]
    ) -> Bool {
        let place = Position(column: origin.column + Int(run.column), row: origin.row + Int(run.row))
        guard area.contains(place), styles[run.style].isVisible, !run.text.isEmpty else { return false }
        pieces.append(
            TextPiece(text: run.text, row: place.row, column: place.column, isContinued: !isFirst))
        return true
    }
}
