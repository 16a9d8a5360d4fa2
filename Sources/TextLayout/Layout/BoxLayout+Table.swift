extension BoxLayout {
    /// What the columns of a table ask for.
    func columns(of table: TableContent, _ style: ComputedStyle) -> TableColumns {
        if let known = table.columns { return known }
        var columns = TableColumns()
        let rows = TableRows(table.boxes, styles)
        columns.isRuled = style.rulesCells || rows.rows.contains(where: hasRuledCells)
        var taken: [Int] = []
        for row in rows.rows {
            if !isRow(row.box) {
                columns.add(widths(of: row.box), first: 0, span: 1)
                continue
            }
            TableRows.forEachCell(of: row.box, taken: &taken) { cell, column in
                columns.add(widths(of: cell), first: column, span: cell.span.columns)
            }
        }
        table.columns = columns
        return columns
    }

    /// Lays out captions and rows; says how many rows of cells they take.
    func layOutTable(_ table: TableContent, _ style: ComputedStyle, _ area: Rect) -> Int {
        let asked = columns(of: table, style)
        let fills = style.width != .auto
        let widths = asked.distributed(over: area.size.columns, fills: fills)
        let rows = TableRows(table.boxes, styles)
        var row = area.origin.row
        for caption in rows.captions {
            layOut(caption, width: area.size.columns)
            caption.origin = Position(column: area.origin.column, row: row)
            row += caption.size.rows
        }
        let starts = place(asked, widths, in: table, area)
        let top = row
        table.horizontalRules = []
        var taken: [Int] = []
        var open: [(cell: Box, rowBox: Box, end: Int)] = []
        for (number, item) in rows.rows.enumerated() {
            layOutRow(item.box, number...rows.rows.count - 1, widths, starts, area, &taken, &open)
            let rowTop = row
            item.box.origin = Position(column: 0, row: rowTop)
            var height = item.box.size.rows
            for tall in open where tall.end == number {
                height = max(height, tall.rowBox.origin.row + tall.cell.size.rows - rowTop)
            }
            open.removeAll { $0.end == number }
            item.box.size.rows = height
            row += height
            let isLast = number == rows.rows.count - 1
            if !isLast, item.hasRuleBelow || asked.isRuled || styles[item.box.style].border.bottom != .none {
                table.horizontalRules.append(row)
                row += 1
            }
        }
        placeSections(rows, width: area.size.columns + area.origin.column)
        table.ruledRows = top..<row
        return row - area.origin.row
    }

    private func hasRuledCells(_ row: TableRows.Row) -> Bool {
        guard isRow(row.box), let cell = row.box.children.first else { return false }
        return styles[cell.style].border.right != .none || styles[cell.style].border.left != .none
    }

    private func isRow(_ box: Box) -> Bool { styles[box.style].display == .tableRow }

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
        _ box: Box, _ numbers: ClosedRange<Int>, _ widths: [Int], _ starts: [Int], _ area: Rect,
        _ taken: inout [Int], _ open: inout [(cell: Box, rowBox: Box, end: Int)]
    ) {
        guard isRow(box) else {
            layOut(box, width: area.size.columns)
            return
        }
        let isKnown = box.laidOutColumns == starts && box.laidOutWidth == area.size.columns
        box.laidOutColumns = starts
        box.laidOutWidth = area.size.columns
        // Rows without spans that were laid out in the same columns are as they were.
        if isKnown, taken.allSatisfy({ $0 == 0 }), !box.children.contains(where: { $0.span.rows > 1 }) { return }
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
        box.size = Size(columns: area.size.columns + area.origin.column, rows: max(1, height))
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
