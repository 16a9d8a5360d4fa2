/// A short key label that is drawn on an element, so that people see which key works it.
package enum Mark: Hashable, Sendable {
    /// Drawn into the top border of a flash banner, near its right end.
    case banner(String)
    /// Drawn reversed over the element's first cells.
    case hint(String)
}

extension Painter {
    /// Draws a key label on an element.
    ///
    /// - Parameter isBordered: Whether the first row is a border, in which there is room for a label.
    mutating func paint(_ mark: Mark, on rect: Rect, isBordered: Bool, style: CellStyle) {
        switch mark {
        case .banner(let key):
            var bold = style
            bold.attributes.insert(.bold)
            paintKey("[\(key)]", on: rect, isBordered: isBordered, style: bold)
        case .hint(let label):
            let badge = CellStyle(foreground: .role(.label), background: .role(.label))
            canvas.write(label, column: rect.origin.column, row: rect.origin.row, style: badge)
        }
    }

    /// Writes the key of a banner into its border, else at the end of its first row or behind it, where nothing is written;
    /// over its text only where there is no other place.
    private mutating func paintKey(_ label: String, on rect: Rect, isBordered: Bool, style: CellStyle) {
        let width = TextWidth.width(of: label)
        let row = rect.origin.row
        var column = rect.columns.upperBound - width - (isBordered ? 2 : 0)
        if !isBordered, !canvas.isBlank(column - 1..<column + width, row: row) {
            let behind = rect.columns.upperBound + 1
            if canvas.isBlank(behind - 1..<behind + width, row: row) { column = behind }
        }
        canvas.write(label, column: max(column, rect.origin.column), row: row, style: style)
    }
}
