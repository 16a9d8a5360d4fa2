/// Draws boxes on a canvas, only those that show.
struct Painter {
    private(set) var canvas: Canvas
    private let styles: StyleTable

    init(canvas: Canvas, styles: StyleTable) {
        self.canvas = canvas
        self.styles = styles
    }

    /// Draws a box whose container starts at `origin`.
    mutating func paint(_ box: Box, at origin: Position) {
        let rect = Rect(
            column: origin.column + box.origin.column, row: origin.row + box.origin.row, columns: box.size.columns,
            rows: box.size.rows)
        guard rect.rows.overlaps(canvas.area.rows) else { return }
        let style = styles[box.style]
        if style.isVisible {
            if style.paintsGround || box.span.columns > 1 {
                canvas.fill(rect, style: CellStyle(background: style.ground))
            }
            paintBorder(of: box, style, rect)
            if let marker = box.marker {
                canvas.write(
                    marker, column: rect.origin.column - TextWidth.width(of: marker),
                    row: rect.origin.row + style.insets.top, style: style.cellStyle)
            }
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
            let isOrdered = style.display != .flex && style.display != .grid
            paintChildren(isOrdered ? shown(boxes, of: rect) : boxes[...], of: rect)
        case .table(let table):
            // The lines come first, so that cells that span columns cover them.
            paintRules(of: table, style, rect)
            paintChildren(table.boxes, of: rect)
        }
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
        canvas.write(run.text, column: origin.column + Int(run.column), row: origin.row + Int(run.row), style: style)
    }

    // MARK: Lines

    private mutating func paintBorder(of box: Box, _ style: ComputedStyle, _ rect: Rect) {
        let widths = style.borderWidths
        guard widths != .zero, rect.size.columns > 0, rect.size.rows > 0 else { return }
        guard !styles[box.style].display.isTablePart else { return }
        let cell = lineStyle(style)
        let right = rect.columns.upperBound - 1
        let bottom = rect.rows.upperBound - 1
        if let glyphs = BorderGlyphs(style.border.top) { paintBar(glyphs.horizontal, rect, rect.origin.row, cell) }
        if let glyphs = BorderGlyphs(style.border.bottom) { paintBar(glyphs.horizontal, rect, bottom, cell) }
        for row in rect.rows.clamped(to: canvas.area.rows) {
            if let glyphs = BorderGlyphs(style.border.left) {
                canvas.draw(
                    glyphs.vertical, columns: rect.origin.column..<rect.origin.column + 1, row: row, style: cell)
            }
            if let glyphs = BorderGlyphs(style.border.right) {
                canvas.draw(glyphs.vertical, columns: right..<right + 1, row: row, style: cell)
            }
        }
        if widths.top == 1, let glyphs = BorderGlyphs(style.border.top) {
            if widths.left == 1 {
                canvas.write(glyphs.topLeft, column: rect.origin.column, row: rect.origin.row, style: cell)
            }
            if widths.right == 1 { canvas.write(glyphs.topRight, column: right, row: rect.origin.row, style: cell) }
        }
        if widths.bottom == 1, let glyphs = BorderGlyphs(style.border.bottom) {
            if widths.left == 1 {
                canvas.write(glyphs.bottomLeft, column: rect.origin.column, row: bottom, style: cell)
            }
            if widths.right == 1 { canvas.write(glyphs.bottomRight, column: right, row: bottom, style: cell) }
        }
        if widths.top == 1, let title = box.title ?? style.borderTitle, !title.isEmpty { paintTitle(title, rect, cell) }
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
            " \(ControlDrawing.fitted(title, to: width)) ", column: rect.origin.column + 2, row: rect.origin.row,
            style: bold)
    }

    private func lineStyle(_ style: ComputedStyle) -> CellStyle {
        CellStyle(foreground: style.borderColor ?? style.foreground, background: style.ground)
    }

    /// Draws the lines between rows and columns, joined where they meet each other and the frame.
    private mutating func paintRules(of table: TableContent, _ style: ComputedStyle, _ rect: Rect) {
        let cell = CellStyle(
            foreground: style.borderColor ?? Theme.color("muted") ?? .standard, background: style.ground)
        let rows = visibleRows(of: rect)
        for column in table.verticalRules {
            let top = table.ruledRows.lowerBound - style.borderWidths.top
            let bottom = table.ruledRows.upperBound - 1 + style.borderWidths.bottom
            for row in max(top, rows.lowerBound)..<max(top, rows.lowerBound, min(bottom + 1, rows.upperBound)) {
                var arms: LineArms = []
                if row > top || style.borderWidths.top == 0 { arms.insert(.up) }
                if row < bottom || style.borderWidths.bottom == 0 { arms.insert(.down) }
                canvas.join(arms, column: rect.origin.column + column, row: rect.origin.row + row, style: cell)
            }
        }
        let start = table.horizontalRules.firstPlace { $0 >= rows.lowerBound }
        for row in table.horizontalRules[start...] {
            guard row < rows.upperBound else { break }
            for column in 0..<rect.size.columns {
                var arms: LineArms = []
                if column > 0 || style.borderWidths.left == 0 { arms.insert(.left) }
                if column < rect.size.columns - 1 || style.borderWidths.right == 0 { arms.insert(.right) }
                canvas.join(arms, column: rect.origin.column + column, row: rect.origin.row + row, style: cell)
            }
        }
    }

    // MARK: Marks

    /// Draws a key label on an element.
    mutating func paint(_ mark: Mark, on rect: Rect, style: CellStyle) {
        switch mark {
        case .banner(let key):
            let label = "[\(key)]"
            let column = rect.columns.upperBound - 2 - TextWidth.width(of: label)
            var bold = style
            bold.attributes.insert(.bold)
            canvas.write(label, column: max(column, rect.origin.column), row: rect.origin.row, style: bold)
        case .hint(let label):
            var badge = CellStyle(foreground: Theme.color("warning") ?? .standard)
            badge.attributes = [.bold, .reverse]
            canvas.write(label, column: rect.origin.column, row: rect.origin.row, style: badge)
        }
    }
}
