import HTMLTree

/// Draws boxes on a canvas, only those that show.
struct Painter {
    var canvas: Canvas
    private let styles: StyleTable
    /// The number of the address that an element leads to.
    private let link: (NodeID) -> UInt16
    /// Whether rows that are out of sight are gone through too, since cells of theirs reach down.
    private var isInTallTable = false

    init(canvas: Canvas, styles: StyleTable, link: @escaping (NodeID) -> UInt16) {
        self.canvas = canvas
        self.styles = styles
        self.link = link
    }

    /// Makes the whole area blank, so that nothing shows through what is painted next.
    mutating func clear() { canvas.fill(canvas.area, style: .plain) }

    /// Draws a box over whatever is there, of which nothing shows through.
    mutating func paintOver(_ box: Box, at origin: Position) {
        let rect = Rect(
            column: origin.column + box.origin.column, row: origin.row + box.origin.row, columns: box.size.columns,
            rows: box.size.rows)
        guard styles[box.style].isVisible else { return }
        canvas.fill(rect, style: CellStyle(background: styles[box.style].ground))
        paint(box, at: origin)
    }

    /// Draws a box whose container starts at `origin`. Nothing in it leaves its rectangle, so that none of it is drawn over
    /// what stands beside it; of a table each cell keeps to its own.
    mutating func paint(_ box: Box, at origin: Position) {
        let rect = Rect(
            column: origin.column + box.origin.column, row: origin.row + box.origin.row, columns: box.size.columns,
            rows: box.size.rows)
        let style = styles[box.style]
        let isOut = !rect.rows.overlaps(canvas.area.rows) && !(isInTallTable && style.display.isTable)
        guard !isOut, rect.size.columns > 0 else { return }
        if style.isVisible, let marker = box.marker {
            canvas.write(
                marker, column: rect.origin.column - TextWidth.width(of: marker),
                row: rect.origin.row + style.insets.top, style: style.cellStyle)
        }
        let area = canvas.area
        if !style.display.isTable || style.display == .tableCell { canvas.clip(to: rect) }
        defer { canvas.restore(area) }
        if style.isVisible {
            let framed = framedPart(of: box, rect)
            if style.paintsGround { canvas.fill(framed, style: CellStyle(background: style.ground)) }
            paintBorder(of: box, style, framed)
        }
        switch box.content {
        case .lines(let content):
            if let run = content.singleRun {
                paint(run, at: rect.origin)
            } else {
                paint(content.runs(in: visibleRows(of: rect)), at: rect.origin)
                paintChildren(content.boxes, of: rect)
            }
        case .control(let content):
            paint(content.runs[...], at: rect.origin)
        case .boxes(let boxes):
            let isAnywhere = style.display.isBeside || (isInTallTable && style.display.isTable)
            paintChildren(isAnywhere ? boxes[...] : shown(boxes, of: rect), of: rect)
        case .table(let table):
            if style.isVisible { paintRules(of: table, style, rect) }
            let wasInTallTable = isInTallTable
            isInTallTable = table.hasTallCells
            paintChildren(table.boxes, of: rect)
            isInTallTable = wasInTallTable
        }
    }

    /// The part of a box that its ground and border are for: not the captions of a table.
    private func framedPart(of box: Box, _ rect: Rect) -> Rect {
        guard case .table(let table) = box.content else { return rect }
        return Rect(
            column: rect.origin.column, row: rect.origin.row + table.captionRows, columns: table.framedColumns,
            rows: max(0, rect.size.rows - table.captionRows))
    }

    /// The rows of a box that lie on the canvas, counted from its top.
    private func visibleRows(of rect: Rect) -> Range<Int> {
        let rows = rect.rows.clamped(to: canvas.area.rows)
        return rows.lowerBound - rect.origin.row..<rows.upperBound - rect.origin.row
    }

    /// Of boxes one below the other, those that lie on the canvas.
    private func shown(_ boxes: [Box], of rect: Rect) -> ArraySlice<Box> {
        let rows = visibleRows(of: rect)
        let start = boxes.firstPlace { $0.origin.row + $0.size.rows > rows.lowerBound }
        let end = boxes.firstPlace { $0.origin.row >= rows.upperBound }
        return boxes[start..<max(start, end)]
    }

    private mutating func paintChildren(_ boxes: some Sequence<Box>, of rect: Rect) {
        for box in boxes { paint(box, at: rect.origin) }
    }

    private mutating func paint(_ runs: ArraySlice<TextRun>, at origin: Position) {
        for run in runs { paint(run, at: origin) }
    }

    private mutating func paint(_ run: TextRun, at origin: Position) {
        guard styles[run.style].isVisible else { return }
        var style = styles.cellStyle(run.style)
        style.attributes.formUnion(run.emphasis)
        if styles.metrics(run.style).leadsOut { style.link = link(run.node) }
        canvas.write(run.text, column: origin.column + Int(run.column), row: origin.row + Int(run.row), style: style)
    }

    // MARK: Lines

    private mutating func paintBorder(of box: Box, _ style: ComputedStyle, _ rect: Rect) {
        guard !style.display.isTablePart else { return }
        paintFrame(style.border, rect, lineStyle(style))
        if style.borderWidths.top == 1, let title = box.title ?? style.borderTitle, !title.isEmpty {
            // A legend is read, as the line is not.
            paintTitle(title, rect, box.title == nil ? lineStyle(style) : style.cellStyle)
        }
    }

    private mutating func paintFrame(_ border: Edges<BorderStyle>, _ rect: Rect, _ cell: CellStyle) {
        guard rect.size.columns > 0, rect.size.rows > 0 else { return }
        let top = BorderGlyphs(border.top)
        let bottom = BorderGlyphs(border.bottom)
        let (first, last) = (rect.origin.column, rect.columns.upperBound - 1)
        let lowest = rect.rows.upperBound - 1
        if let top { paintBar(top.horizontal, rect, rect.origin.row, cell) }
        if let bottom { paintBar(bottom.horizontal, rect, lowest, cell) }
        for (side, column) in [(border.left, first), (border.right, last)] {
            guard let glyphs = BorderGlyphs(side) else { continue }
            for row in rect.rows.clamped(to: canvas.area.rows) {
                canvas.draw(glyphs.vertical, columns: column..<column + 1, row: row, style: cell)
            }
        }
        if let top, border.left != .none { canvas.write(top.topLeft, column: first, row: rect.origin.row, style: cell) }
        if let top, border.right != .none {
            canvas.write(top.topRight, column: last, row: rect.origin.row, style: cell)
        }
        if let bottom, border.left != .none { canvas.write(bottom.bottomLeft, column: first, row: lowest, style: cell) }
        if let bottom, border.right != .none {
            canvas.write(bottom.bottomRight, column: last, row: lowest, style: cell)
        }
    }

    private mutating func paintBar(_ sign: String, _ rect: Rect, _ row: Int, _ style: CellStyle) {
        canvas.draw(sign, columns: rect.columns, row: row, style: style)
    }

    private mutating func paintTitle(_ title: String, _ rect: Rect, _ style: CellStyle) {
        let room = rect.size.columns - 6
        guard room > 2 else { return }
        let width = min(TextWidth.width(of: title), room)
        var bold = style
        bold.attributes.insert(.bold)
        canvas.write(
            " \(FieldText.fitted(title, to: width)) ", column: rect.origin.column + 2, row: rect.origin.row,
            style: bold)
    }

    private func lineStyle(_ style: ComputedStyle) -> CellStyle {
        CellStyle(foreground: style.borderColor ?? style.foreground, background: style.ground)
    }

    /// Draws the lines between rows and columns, joined where they meet each other and the frame; none runs through a cell
    /// that spans.
    private mutating func paintRules(of table: TableContent, _ style: ComputedStyle, _ rect: Rect) {
        let cell = CellStyle(
            foreground: style.borderColor ?? .role(.border), background: style.ground)
        var widths = style.borderWidths
        if table.columns?.isFramed == true {
            widths = Edges(1)
            let rows = table.ruledRows
            paintFrame(
                Edges(.single),
                Rect(
                    column: rect.origin.column, row: rect.origin.row + rows.lowerBound - 1,
                    columns: table.framedColumns,
                    rows: rows.count + 2), cell)
        }
        let rows = visibleRows(of: rect)
        let spans = table.spans.filter { $0.rows.overlaps(rows.lowerBound - 1..<rows.upperBound + 1) }
        let columns = 0..<table.framedColumns
        let first = columns.lowerBound + widths.left
        let last = columns.upperBound - 1 - widths.right
        let top = table.ruledRows.lowerBound
        let bottom = table.ruledRows.upperBound - 1
        func isOpen(_ column: Int, _ row: Int) -> Bool {
            !spans.contains { $0.contains(Position(column: column, row: row)) }
        }
        for column in table.verticalRules where column <= last {
            let drawn = max(top - widths.top, rows.lowerBound)..<max(top, rows.lowerBound, rows.upperBound)
            for row in drawn where row <= bottom + widths.bottom && isOpen(column, row) {
                var arms: LineArms = []
                if row > top - widths.top, isOpen(column, row - 1) { arms.insert(.up) }
                if row < bottom + widths.bottom, isOpen(column, row + 1) { arms.insert(.down) }
                let isOnFrame = row < top || row > bottom
                // A frame only has to be joined where the line comes up to it.
                if arms.isEmpty || (isOnFrame && !isOpen(column, row < top ? row + 1 : row - 1)) { continue }
                if isOnFrame { arms = row < top ? .down : .up }
                canvas.draw(
                    arms, onFrame: isOnFrame, column: rect.origin.column + column, row: rect.origin.row + row,
                    style: cell)
            }
        }
        let start = table.horizontalRules.firstPlace { $0 >= rows.lowerBound }
        for row in table.horizontalRules[start...] {
            guard row < rows.upperBound else { break }
            for column in columns where isOpen(column, row) {
                let isOnFrame = column < first || column > last
                var arms: LineArms = []
                if column >= first, isOpen(column - 1, row) { arms.insert(.left) }
                if column <= last, isOpen(column + 1, row) { arms.insert(.right) }
                if !isOnFrame, table.verticalRules.contains(column) {
                    if isOpen(column, row - 1) { arms.insert(.up) }
                    if isOpen(column, row + 1) { arms.insert(.down) }
                }
                if arms.isEmpty { continue }
                canvas.draw(
                    arms, onFrame: isOnFrame, column: rect.origin.column + column, row: rect.origin.row + row,
                    style: cell)
            }
        }
    }
}
