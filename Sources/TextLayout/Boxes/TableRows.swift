/// The rows of a table in the order in which they are shown, with where lines go.
struct TableRows {
    private(set) var rows: [Box] = []
    /// The rows below which a line is drawn because their section, or the one after it, has a border there.
    private(set) var ruledRows: Set<Int> = []
    private(set) var captions: [Box] = []
    private(set) var sections: [Box] = []

    init(_ boxes: [Box], _ styles: StyleTable) {
        var feet: [Box] = []
        var bodies: [Box] = []
        for box in boxes {
            switch styles[box.style].display {
            case .tableCaption: captions.append(box)
            case .tableHeaderGroup: sections.append(box)
            case .tableFooterGroup: feet.append(box)
            default: bodies.append(box)
            }
        }
        for box in sections + bodies + feet {
            let isSection =
                switch styles[box.style].display {
                case .tableHeaderGroup, .tableRowGroup, .tableFooterGroup: true
                default: false
                }
            if isSection, styles[box.style].border.top != .none { ruledRows.insert(rows.count - 1) }
            if isSection { rows += box.children } else { rows.append(box) }
            if isSection, styles[box.style].border.bottom != .none { ruledRows.insert(rows.count - 1) }
        }
        sections += bodies.filter { styles[$0.style].display == .tableRowGroup } + feet
    }

    /// Calls with each cell of a row, the column that it starts in and the columns that it covers; cells of rows above
    /// that reach down take columns, and no cell covers what another has.
    ///
    /// - Parameter taken: For each column, how many more rows are covered from above; updated.
    static func forEachCell(of row: Box, taken: inout [Int], _ body: (Box, Int, Int) -> Void) {
        var column = 0
        for cell in row.children {
            while column < taken.count, taken[column] > 0 {
                taken[column] -= 1
                column += 1
            }
            var end = column + 1
            while end < column + cell.span.columns, end >= taken.count || taken[end] == 0 { end += 1 }
            body(cell, column, end - column)
            if cell.span.rows > 1 {
                while taken.count < end { taken.append(0) }
                for covered in column..<end { taken[covered] = cell.span.rows - 1 }
            }
            column = end
        }
        while column < taken.count {
            if taken[column] > 0 { taken[column] -= 1 }
            column += 1
        }
    }
}
