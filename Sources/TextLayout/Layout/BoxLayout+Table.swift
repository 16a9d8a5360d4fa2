extension BoxLayout {
    /// What the columns of a table ask for.
    func columns(of table: TableContent, _ style: ComputedStyle) -> TableColumns {
        if let known = table.columns { return known }
        var columns = TableColumns()
        let rows = self.rows(of: table)
        let hasRuledCells = rows.rows.prefix(Self.sampleRows).contains(where: hasRuledCells)
        columns.isRuled = style.rulesCells || hasRuledCells
        columns.isFramed = hasRuledCells && style.borderWidths == .zero
        var taken: [Int] = []
        var spanning: [(widths: IntrinsicWidths, column: Int, span: Int)] = []
        for row in rows.rows {
            if !isRow(row) {
                columns.add(widths(of: row), first: 0, span: 1)
            } else {
                TableRows.forEachCell(of: row, taken: &taken) { cell, column, span in
                    if span > 1 { spanning.append((widths(of: cell), column, span)) }
                    columns.add(span > 1 ? .zero : widths(of: cell), first: column, span: 1)
                }
            }
        }
        // A cell that spans more columns than there are makes no new ones.
        for cell in spanning.sorted(by: { $0.span < $1.span }) {
            columns.add(cell.widths, first: cell.column, span: min(cell.span, columns.columns.count - cell.column))
        }
        table.columns = columns
        return columns
    }

    /// What a table asks for, with its captions.
    func widths(of table: TableContent, _ style: ComputedStyle) -> IntrinsicWidths {
        rows(of: table).captions.reduce(columns(of: table, style).widths) { $0.union(outerWidths(of: $1)) }
    }

    /// How many rows are looked at to see whether cells have lines between them.
    private static let sampleRows = 4

    private func rows(of table: TableContent) -> TableRows {
        if let known = table.rows { return known }
        let rows = TableRows(table.boxes, styles)
        table.rows = rows
        return rows
    }

    /// Lays out captions and rows; says how many rows they take.
    ///
    /// - Parameter width: That of the whole table; the captions stand above its frame.
    func layOutTable(_ table: TableContent, _ style: ComputedStyle, _ area: Rect, width: Int) -> Int {
        let asked = columns(of: table, style).fitted(to: area.size.columns)
        let fills = style.width != .auto
        let widths = asked.distributed(over: area.size.columns, fills: fills)
        let rows = self.rows(of: table)
        let taken = widths.reduce(asked.gaps + asked.edges, +)
        table.framedColumns = width - area.size.columns + (fills ? area.size.columns : min(taken, area.size.columns))
        table.captionRows = 0
        for caption in rows.captions {
            layOut(caption, width: width)
            caption.origin = Position(column: 0, row: table.captionRows)
            table.captionRows += caption.size.rows
        }
        let frame = asked.isFramed ? 1 : 0
        let top = table.captionRows + area.origin.row + frame
        var row = top
        let starts = place(asked, widths, in: table, area)
        // What rows were laid out for: where columns start, and where the last one ends.
        let key = starts + widths.suffix(1)
        table.horizontalRules = []
        var covered: [Int] = []
        var open: [(cell: Box, rowBox: Box, end: Int)] = []
        var spanning: [SpanningCell] = []
        for (number, box) in rows.rows.enumerated() {
            layOutRow(box, number...rows.rows.count - 1, widths, starts, key, area, &covered, &open, &spanning)
            let rowTop = row
            box.origin = Position(column: isRow(box) ? 0 : area.origin.column + frame, row: rowTop)
            var height = box.size.rows
            for tall in open where tall.end == number {
                height = max(height, tall.rowBox.origin.row + tall.cell.size.rows - rowTop)
            }
            open.removeAll { $0.end == number }
            if box.size.rows != height { box.size.rows = height }
            row += height
            let isLast = number == rows.rows.count - 1
            if !isLast, asked.isRuled || rows.ruledRows.contains(number) || hasLineBelow(box) {
                table.horizontalRules.append(row)
                row += 1
            }
        }
        table.hasTallCells = spanning.contains { $0.rows.count > 1 }
        table.spans = spanning.map { $0.rect(table, asked, starts, widths, rows.rows) }
        placeSections(rows, width: area.size.columns + area.origin.column)
        table.ruledRows = top..<row
        return row + frame - area.origin.row
    }

    /// A cell that covers several columns or rows, with the first and last of each.
    private struct SpanningCell {
        let columns: ClosedRange<Int>
        let rows: ClosedRange<Int>

        /// What it covers, up to the lines around it.
        func rect(
            _ table: TableContent, _ asked: TableColumns, _ starts: [Int], _ widths: [Int], _ boxes: [Box]
        ) -> Rect {
            let rules = table.verticalRules
            let isFirst = columns.lowerBound == 0
            let isLast = columns.upperBound == widths.count - 1
            let left = asked.isRuled && !isFirst ? rules[columns.lowerBound - 1] + 1 : starts[columns.lowerBound]
            let right =
                asked.isRuled && !isLast
                ? rules[columns.upperBound] : starts[columns.upperBound] + widths[columns.upperBound]
            // At the outer lines there is a blank.
            let edge = asked.isRuled && asked.gap > 1 ? 1 : 0
            let start = left - (isFirst ? edge : 0)
            let top = boxes[rows.lowerBound].origin.row
            let bottom = boxes[rows.upperBound].frame.rows.upperBound
            return Rect(
                column: start, row: top, columns: right + (isLast ? edge : 0) - start, rows: max(0, bottom - top))
        }
    }

    private func hasLineBelow(_ row: Box) -> Bool {
        if styles.metrics(row.style).hasBottomBorder { return true }
        guard isRow(row), let cell = row.children.first else { return false }
        return styles.metrics(cell.style).hasBottomBorder
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
        let beforeRule = asked.gap / 2
        table.verticalRules = []
        for (place, width) in widths.enumerated() {
            starts.append(column)
            column += width
            if asked.isRuled, place < widths.count - 1 { table.verticalRules.append(column + beforeRule) }
            column += asked.gap
        }
        return starts
    }

    private func layOutRow(
        _ box: Box, _ numbers: ClosedRange<Int>, _ widths: [Int], _ starts: [Int], _ key: [Int], _ area: Rect,
        _ taken: inout [Int], _ open: inout [(cell: Box, rowBox: Box, end: Int)], _ spanning: inout [SpanningCell]
    ) {
        guard isRow(box) else {
            layOut(box, width: max(1, area.size.columns))
            return
        }
        // Rows without spans that were laid out in the same columns are as they were.
        if taken.isEmpty, box.laidOutWidth == area.size.columns, box.laidOutColumns == key { return }
        let isSimple = taken.isEmpty && box.children.allSatisfy { $0.span == Size(columns: 1, rows: 1) }
        box.laidOutColumns = isSimple ? key : nil
        box.laidOutWidth = area.size.columns
        var height = 0
        TableRows.forEachCell(of: box, taken: &taken) { cell, column, span in
            let last = min(column + span, widths.count) - 1
            guard column <= last else { return }
            let end = min(numbers.lowerBound + cell.span.rows - 1, numbers.upperBound)
            if column < last || end > numbers.lowerBound {
                spanning.append(SpanningCell(columns: column...last, rows: numbers.lowerBound...end))
            }
            // Of more columns than there is room for, the last are not shown.
            let room = area.columns.upperBound - starts[column]
            layOut(cell, width: max(1, min(room, starts[last] + widths[last] - starts[column])))
            if room < 1 {
                cell.size = Size(columns: 0, rows: 0)
                cell.laidOutWidth = nil
            }
            cell.origin = Position(column: starts[column], row: 0)
            if cell.span.rows > 1 {
                open.append((cell, box, end))
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
