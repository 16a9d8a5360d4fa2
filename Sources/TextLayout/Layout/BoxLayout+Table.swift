extension BoxLayout {
    /// What the columns of a table ask for.
    func columns(of table: TableContent, _ style: ComputedStyle) -> TableColumns {
        if let known = table.columns { return known }
        var columns = TableColumns()
        let rows = self.rows(of: table)
        columns.isRuled = style.rulesCells || rows.rows.prefix(Self.sampleRows).contains(where: hasRuledCells)
        var taken: [Int] = []
        for row in rows.rows {
            if !isRow(row) {
                columns.add(widths(of: row), first: 0, span: 1)
            } else {
                TableRows.forEachCell(of: row, taken: &taken) { cell, column in
                    columns.add(widths(of: cell), first: column, span: cell.span.columns)
                }
            }
        }
        table.columns = columns
        return columns
    }

    /// How many rows are looked at to see whether cells have lines between them.
    private static let sampleRows = 4

    private func rows(of table: TableContent) -> TableRows {
        if let known = table.rows { return known }
        let rows = TableRows(table.boxes, styles)
        table.rows = rows
        return rows
    }

    /// Lays out captions and rows; says how many rows of cells they take.
    func layOutTable(_ table: TableContent, _ style: ComputedStyle, _ area: Rect) -> Int {
        let asked = columns(of: table, style).fitted(to: area.size.columns)
        let fills = style.width != .auto
        let widths = asked.distributed(over: area.size.columns, fills: fills)
        let rows = self.rows(of: table)
        var row = area.origin.row
        for caption in rows.captions {
            layOut(caption, width: area.size.columns)
            caption.origin = Position(column: area.origin.column, row: row)
            row += caption.size.rows
        }
        let starts = place(asked, widths, in: table, area)
        // What rows were laid out for: where columns start, and where the last one ends.
        let key = starts + widths.suffix(1)
        let top = row
        table.horizontalRules = []
        var taken: [Int] = []
        var open: [(cell: Box, rowBox: Box, end: Int)] = []
        for (number, box) in rows.rows.enumerated() {
            layOutRow(box, number...rows.rows.count - 1, widths, starts, key, area, &taken, &open)
            let rowTop = row
            box.origin = Position(column: 0, row: rowTop)
            var height = box.size.rows
            for tall in open where tall.end == number {
                height = max(height, tall.rowBox.origin.row + tall.cell.size.rows - rowTop)
            }
            open.removeAll { $0.end == number }
            if box.size.rows != height { box.size.rows = height }
            row += height
            let isLast = number == rows.rows.count - 1
            if !isLast, asked.isRuled || rows.ruledRows.contains(number) || styles.metrics(box.style).hasBottomBorder {
                table.horizontalRules.append(row)
                row += 1
            }
        }
        placeSections(rows, width: area.size.columns + area.origin.column)
        table.ruledRows = top..<row
        return row - area.origin.row
    }

    private func hasRuledCells(_ row: Box) -> Bool {
        guard isRow(row), let cell = row.children.first else { return false }
        return styles[cell.style].border.right != .none || styles[cell.style].border.left != .none
    }

    private func isRow(_ box: Box) -> Bool { styles.metrics(box.style).display == .tableRow }

    /// Finds where columns start, and where the lines between them run.
    private func place(_ asked: TableColumns, _ widths: [Int], in table: TableContent, _ area: Rect) -> [Int] {
        var starts: [Int] = []
        var column = area.origin.column + asked.edges / 2
        table.verticalRules = []
        for (place, width) in widths.enumerated() {
            starts.append(column)
            column += width
            if asked.isRuled, place < widths.count - 1 { table.verticalRules.append(column + 1) }
            column += asked.gap
        }
        return starts
    }

    private func layOutRow(
        _ box: Box, _ numbers: ClosedRange<Int>, _ widths: [Int], _ starts: [Int], _ key: [Int], _ area: Rect,
        _ taken: inout [Int], _ open: inout [(cell: Box, rowBox: Box, end: Int)]
    ) {
        guard isRow(box) else {
            layOut(box, width: area.size.columns)
            return
        }
        // Rows without spans that were laid out in the same columns are as they were.
        if taken.isEmpty, box.laidOutWidth == area.size.columns, box.laidOutColumns == key { return }
        let isSimple = taken.isEmpty && box.children.allSatisfy { $0.span == Size(columns: 1, rows: 1) }
        box.laidOutColumns = isSimple ? key : nil
        box.laidOutWidth = area.size.columns
        var height = 0
        TableRows.forEachCell(of: box, taken: &taken) { cell, column in
            let last = min(column + cell.span.columns, widths.count) - 1
            guard column <= last else { return }
            layOut(cell, width: max(1, starts[last] + widths[last] - starts[column]))
            cell.origin = Position(column: starts[column], row: 0)
            if cell.span.rows > 1 {
                open.append((cell, box, min(numbers.lowerBound + cell.span.rows - 1, numbers.upperBound)))
            } else {
                height = max(height, cell.size.rows)
            }
        }
        box.size = Size(
            columns: area.size.columns + area.origin.column, rows: box.children.isEmpty ? 0 : max(1, height))
    }

    /// Gives each section the rectangle around its rows, and makes the places of the rows relative to it.
    private func placeSections(_ rows: TableRows, width: Int) {
        for section in rows.sections {
            let first = section.children.first?.origin.row ?? 0
            let end = section.children.last.map { $0.origin.row + $0.size.rows } ?? first
            section.origin = Position(column: 0, row: first)
            section.size = Size(columns: width, rows: max(0, end - first))
            for row in section.children { row.origin.row -= first }
        }
    }
}
