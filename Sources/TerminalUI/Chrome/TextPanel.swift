import TextLayout

/// A panel with lines of text, and how far down it is scrolled.
struct TextPanel {
    let title: String
    /// What is said of the keys that scroll it, where there is more than fits.
    let hint: String
    private(set) var lines: [StyledText] = []
    private(set) var scrollRow = 0
    private var rows = 1

    init(title: String, hint: String = "alt+↑↓ scrolls") {
        self.title = title
        self.hint = hint
    }

    private var lastScroll: Int { max(0, lines.count - rows) }

    /// Shows other content, in an area with a border; where one has scrolled to stays as far as it goes.
    ///
    /// - Parameter makeLines: Makes the lines, of so many columns.
    mutating func update(area: Rect, _ makeLines: (Int) -> [StyledText]) {
        let inside = ChromeLayout.inside(area)
        lines = makeLines(max(1, inside.size.columns - 2))
        rows = max(1, inside.size.rows)
        scrollRow = min(scrollRow, lastScroll)
    }

    /// Shows other lines in so many rows.
    mutating func update(rows: Int, _ lines: [StyledText]) {
        self.lines = lines
        self.rows = max(1, rows)
        scrollRow = min(scrollRow, lastScroll)
    }

    mutating func scroll(_ step: ScrollStep) {
        switch step {
        case .lineUp: scroll(by: -1)
        case .lineDown: scroll(by: 1)
        case .pageUp: scroll(by: -max(1, rows - 1))
        case .pageDown: scroll(by: max(1, rows - 1))
        case .top: scrollRow = 0
        case .bottom: scrollRow = lastScroll
        }
    }

    mutating func scroll(by rows: Int) { scrollRow = min(max(0, scrollRow + rows), lastScroll) }

    func draw(into frame: inout Frame, area: Rect) {
        let inside = ChromeLayout.inside(area)
        frame.fill(area)
        frame.drawBox(
            area, title: StyledText(title, ChromeStyle.title),
            note: lastScroll > 0 ? StyledText("\(scrollRow * 100 / lastScroll)%", ChromeStyle.quiet) : StyledText(),
            footer: lastScroll > 0 ? StyledText(hint, ChromeStyle.quiet) : StyledText())
        drawLines(
            into: &frame,
            area: Rect(
                column: inside.origin.column + 1, row: inside.origin.row, columns: inside.size.columns - 2,
                rows: inside.size.rows))
    }

    /// Draws the lines alone.
    func drawLines(into frame: inout Frame, area: Rect) {
        for (row, line) in lines.dropFirst(scrollRow).prefix(max(0, area.size.rows)).enumerated() {
            frame.draw(
                line, at: Position(column: area.origin.column, row: area.origin.row + row),
                columns: area.size.columns)
        }
    }
}
