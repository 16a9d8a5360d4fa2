import TextLayout

/// The picture of a moment in its border, as far as there is room, and how far it is scrolled.
struct PicturePanel {
    private(set) var origin = Position(column: 0, row: 0)

    /// Scrolls, as far as there is something hidden.
    mutating func scroll(columns: Int, rows: Int, of picture: Size, in area: Rect) {
        let inside = ChromeLayout.inside(area).size
        origin.column = min(max(0, origin.column + columns), max(0, picture.columns - inside.columns))
        origin.row = min(max(0, origin.row + rows), max(0, picture.rows - inside.rows))
    }

    /// - Parameter footer: What is told below it, besides what of it is hidden.
    func draw(_ moment: PlayedCase.Moment, footer: StyledText, into frame: inout Frame, area: Rect) {
        let picture = moment.frame
        var panel = PagePanel(title: moment.title, path: moment.address, scrollRow: 0, pageHeight: 0)
        panel.footer = footer
        panel.draw(into: &frame, area: area, note: hidden(of: picture.size, in: area))
        let inside = ChromeLayout.inside(area)
        for row in 0..<min(inside.size.rows, picture.size.rows - origin.row) {
            for column in 0..<min(inside.size.columns, picture.size.columns - origin.column) {
                var cell = picture[origin.column + column, origin.row + row]
                let isCut = column == inside.size.columns - 1 && TextWidth.width(of: cell.text) > 1
                if isCut || (column == 0 && cell.text.isEmpty) { cell.text = " " }
                frame[inside.origin.column + column, inside.origin.row + row] = cell
            }
        }
        guard let cursor = picture.cursor else { return }
        let place = Position(
            column: inside.origin.column + cursor.column - origin.column,
            row: inside.origin.row + cursor.row - origin.row)
        if inside.contains(place) { frame.cursor = place }
    }

    /// What of the picture is in sight; nothing where all of it is.
    private func hidden(of picture: Size, in area: Rect) -> StyledText {
        let inside = ChromeLayout.inside(area).size
        var parts: [String] = []
        if picture.rows > inside.rows {
            parts.append("rows \(origin.row + 1)-\(origin.row + inside.rows) of \(picture.rows)")
        }
        if picture.columns > inside.columns {
            parts.append("columns \(origin.column + 1)-\(origin.column + inside.columns) of \(picture.columns)")
        }
        return StyledText(parts.joined(separator: ", "), ChromeStyle.quiet)
    }
}
