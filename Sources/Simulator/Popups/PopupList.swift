import TextLayout

/// A list that stands in front of the page: what can be chosen in a select, what a field is offered.
struct PopupList {
    struct Row: Hashable {
        /// What stands before the text, such as `[x] `.
        var mark = ""
        var text: String
        /// What stands behind it, in a weaker voice.
        var note = ""
        var isHeading = false
        var isDisabled = false
        var isChosen = false
    }

    var rows: [Row]
    /// The row that a key would take.
    var current: Int?
    /// What stands in the upper line of its frame, such as what it is filtered by.
    var title = ""
    /// Whether the terminal's cursor stands behind the title, as text goes there.
    var hasCursor = false
    /// What is said where there is no row.
    var emptiness = ""

    /// What the list needs to show all that it has.
    var wantedSize: Size {
        let texts = rows.map { Self.width($0) } + [TextWidth.width(of: title) + 4, TextWidth.width(of: emptiness) + 2]
        return Size(columns: (texts.max() ?? 0) + 2, rows: max(1, rows.count) + 2)
    }

    private static func width(_ row: Row) -> Int {
        TextWidth.width(of: row.mark) + TextWidth.width(of: row.text) + 2
            + (row.note.isEmpty ? 0 : TextWidth.width(of: row.note) + 2)
    }

    /// The first row that is shown, so that the current one is, and no more is moved than needed.
    static func top(_ top: Int, toShow current: Int?, of count: Int, in rows: Int) -> Int {
        let top = max(0, min(top, count - rows))
        guard let current else { return top }
        return max(current - rows + 1, min(top, current))
    }

    /// The row that a cell of the frame belongs to; nil on the border and beside the list.
    func row(at position: Position, in area: Rect, top: Int) -> Int? {
        guard area.contains(position) else { return nil }
        let row = position.row - area.origin.row - 1 + top
        let isInside = position.row > area.rows.lowerBound && position.row < area.rows.upperBound - 1
        return isInside && rows.indices.contains(row) ? row : nil
    }

    // MARK: Drawing

    func draw(into frame: inout Frame, area: Rect, top: Int) {
        let inner = area.size.columns - 2
        guard inner > 0, area.size.rows > 2 else { return }
        let bottom = area.rows.upperBound - 1
        let left = area.origin.column
        let bar = String(repeating: "─", count: inner)
        frame.write("╭\(bar)╮", column: left, row: area.origin.row)
        frame.write("╰\(bar)╯", column: left, row: bottom)
        if !title.isEmpty {
            let label = Self.cut(" \(title) ", to: inner - 1)
            frame.write(label, column: left + 2, row: area.origin.row, CellStyle(attributes: .bold))
        }
        if rows.count > area.size.rows - 2 {
            let place = " \((current ?? top) + 1)/\(rows.count) "
            let width = TextWidth.width(of: place)
            if width < inner {
                frame.write(place, column: left + inner - width, row: bottom, CellStyle(attributes: .dim))
            }
        }
        for line in 0..<area.size.rows - 2 {
            let row = area.origin.row + 1 + line
            frame.write("│", column: left, row: row)
            frame.write("│", column: left + 1 + inner, row: row)
            draw(line: top + line, column: left + 1, row: row, columns: inner, into: &frame)
        }
        frame.cursor =
            hasCursor
            ? Position(column: min(left + 3 + TextWidth.width(of: title), left + inner), row: area.origin.row) : nil
    }

    private func draw(line: Int, column: Int, row: Int, columns: Int, into frame: inout Frame) {
        guard rows.indices.contains(line) else {
            let text = rows.isEmpty && line == 0 ? " \(emptiness)" : ""
            return frame.write(Self.filled(text, to: columns), column: column, row: row, CellStyle(attributes: .dim))
        }
        let entry = rows[line]
        var style = CellStyle.plain
        if entry.isHeading { style.attributes.insert(.bold) }
        if entry.isDisabled { style.attributes.insert(.dim) }
        if entry.isChosen { style.attributes.insert(.bold) }
        if line == current { style.attributes.insert(.reverse) }
        frame.write(Self.filled(" \(entry.mark)\(entry.text) ", to: columns), column: column, row: row, style)
        let width = TextWidth.width(of: entry.note) + 1
        guard !entry.note.isEmpty, Self.width(entry) <= columns else { return }
        style.attributes.insert(.dim)
        frame.write("\(entry.note) ", column: column + columns - width, row: row, style)
    }

    private static func filled(_ text: String, to columns: Int) -> String {
        let text = cut(text, to: columns)
        return text + String(repeating: " ", count: max(0, columns - TextWidth.width(of: text)))
    }

    private static func cut(_ text: String, to columns: Int) -> String {
        guard TextWidth.width(of: text) > columns else { return text }
        var left = columns - 1
        var result = ""
        for character in text {
            left -= TextWidth.width(of: character)
            guard left >= 0 else { break }
            result.append(character)
        }
        return columns > 0 ? result + "…" : ""
    }
}

extension Frame {
    /// Writes a text that is free of control characters from a cell on, as far as the row goes.
    fileprivate mutating func write(_ text: String, column: Int, row: Int, _ style: CellStyle = .plain) {
        guard (0..<size.rows).contains(row) else { return }
        var column = column
        for character in text {
            let width = TextWidth.width(of: character)
            guard width > 0, column >= 0, column + width <= size.columns else { continue }
            self[column, row] = Cell(text: String(character), style: style)
            if width == 2 { self[column + 1, row] = Cell(text: "", style: style) }
            column += width
        }
    }
}
