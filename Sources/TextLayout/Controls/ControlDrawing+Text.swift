import HTMLTree

// Text fields and text areas: their ends, their text, the caret, and what is scrolled out of sight.
extension ControlDrawing {
    /// `[Ada       ]`; an end becomes `‹` or `›` where text goes on beyond it.
    func drawField(width: Int) -> Int {
        if let dateEntry { return drawDate(dateEntry, width: width) }
        let inner = max(1, width - 2 - markColumns)
        let value = document.value(of: node)
        let line = FieldText.line(value, isSecret: document.controlKind(of: node) == .text(.password))
        content.lines = [line]
        let caret = caretOffset(in: value).map { line.column(ofOffset: $0) }
        let hidden = Self.scroll(
            content.scrolledOut.columns, toShow: caret, of: line.width + (caret == nil ? 0 : 1), in: inner)
        content.scrolledOut.columns = hidden

        let placeholder = value.isEmpty ? document.attribute("placeholder", of: node) ?? "" : ""
        let text =
            placeholder.isEmpty
            ? line.text(inColumns: hidden..<hidden + inner)
            : FieldText.fitted(VisibleText.make(placeholder), to: inner)
        add(hidden > 0 ? "‹" : leftEnd, column: 0, row: 0, width: 1, endEmphasis, as: hidden > 0 ? nil : .edge)
        add(text, column: 1, row: 0, width: inner, as: placeholder.isEmpty ? nil : .hint)
        addMark(column: 1 + inner)
        let goesOn = line.width - hidden > inner
        add(
            goesOn ? "›" : rightEnd, column: 1 + inner + markColumns, row: 0, width: 1, endEmphasis,
            as: goesOn ? nil : .edge)
        if let caret { content.caret = Position(column: 1 + caret - hidden, row: 0) }
        return 1
    }

    /// A box of as many rows as the element asks for, scrolled so that the caret is inside.
    func drawTextarea(width: Int) -> Int {
        let inner = max(1, width - 2)
        let rows = number("rows", 1...100, otherwise: 2)
        let value = document.value(of: node)
        let lines = FieldText.lines(value, width: inner)
        content.lines = lines
        let place = caretOffset(in: value).map { Self.place(ofCaret: $0, in: lines, width: inner) }
        let hidden = Self.scroll(content.scrolledOut.rows, toShow: place?.row, of: lines.count, in: rows)
        content.scrolledOut.rows = hidden

        let ends = endEmphasis
        let bar = String(repeating: "─", count: inner)
        add("\(corners.topLeft)\(bar)\(corners.topRight)", column: 0, row: 0, width: inner + 2, ends, as: .edge)
        addMark(column: inner)
        let placeholder =
            value.isEmpty ? VisibleText.makeKeepingLines(document.attribute("placeholder", of: node) ?? "") : ""
        let shown = placeholder.isEmpty ? lines : FieldText.lines(placeholder, width: inner)
        for row in 0..<rows {
            let line = hidden + row < shown.count ? shown[hidden + row] : FieldLine(start: 0)
            add("│", column: 0, row: row + 1, width: 1, ends, as: .edge)
            add(
                line.text(inColumns: 0..<inner), column: 1, row: row + 1, width: inner,
                as: placeholder.isEmpty ? nil : .hint)
            add("│", column: inner + 1, row: row + 1, width: 1, ends, as: .edge)
        }
        let below = lines.count - hidden - rows
        let notice = below > 0 ? " ↓\(below) " : ""
        let rest = inner - TextWidth.width(of: notice)
        let shownNotice = rest > 0 ? notice : ""
        let line = String(repeating: "─", count: rest > 0 ? rest : inner)
        add("\(corners.bottomLeft)\(line)", column: 0, row: rows + 1, width: 1 + line.count, ends, as: .edge)
        add(shownNotice, column: 1 + line.count, row: rows + 1, width: inner - line.count, ends)
        add(corners.bottomRight, column: inner + 1, row: rows + 1, width: 1, ends, as: .edge)
        if let place { content.caret = Position(column: 1 + place.column, row: 1 + place.row - hidden) }
        return rows + 2
    }

    /// The caret offset that a click at a place of the box means.
    func caretOffset(at position: Position) -> Int? {
        guard !content.lines.isEmpty else { return nil }
        switch content.kind {
        case .field:
            return content.lines[0].offset(atColumn: max(0, position.column - 1 + content.scrolledOut.columns))
        case .textarea:
            let row = min(max(0, position.row - 1 + content.scrolledOut.rows), content.lines.count - 1)
            let line = content.lines[row]
            let offset = line.offset(atColumn: max(0, position.column - 1))
            return line.endsHard ? offset : min(offset, max(line.start, line.end - 1))
        case .checkbox, .radio, .menu, .listBox, .button, .fileInput, .range, .gauge, .color:
            return nil
        }
    }

    private func caretOffset(in value: String) -> Int? {
        guard isFocused else { return nil }
        return document.selection(of: node)?.upperBound ?? value.count
    }

    private static func place(ofCaret offset: Int, in lines: [FieldLine], width: Int) -> Position {
        let row = max(0, lines.firstPlace { $0.start > offset } - 1)
        return Position(column: min(lines[row].column(ofOffset: offset), width - 1), row: row)
    }

    /// How much to hide before a window of `length` so that `target` is in it, moving no more than needed.
    private static func scroll(_ hidden: Int, toShow target: Int?, of total: Int, in length: Int) -> Int {
        guard let target else { return 0 }
        let least = max(0, target - length + 1)
        return max(least, min(hidden, target, max(0, total - length)))
    }
}
