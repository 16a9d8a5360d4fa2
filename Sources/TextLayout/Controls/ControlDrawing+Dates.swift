import HTMLTree

/// Date and time fields: `[2026-01-31]`, in which open parts are named and the one that is worked on stands out.
extension ControlDrawing {
    var dateEntry: DateEntry? { content.kind.isField ? document.dateEntry(of: node) : nil }

    func drawDate(_ entered: DateEntry, width: Int) -> Int {
        let entry = isFocused ? entered : entered.settled
        let line = FieldText.line(entry.text, isSecret: false)
        content.lines = [line]
        let inner = max(1, width - 2 - markColumns)
        let present = entry.range(ofPart: entry.place)
        let hidden = isFocused ? max(0, present.upperBound - inner) : 0
        content.scrolledOut.columns = hidden
        let emphasis: CellStyle.Attributes = []
        add(leftEnd, column: 0, row: 0, width: 1, endEmphasis, as: .edge)
        var shown = 0
        for place in entry.parts.indices {
            let range = entry.range(ofPart: place)
            add(line, shown..<range.lowerBound, hidden, inner, emphasis)
            var partEmphasis = entry.isFilled(place) ? emphasis : emphasis.union(.dim)
            if isFocused, place == entry.place { partEmphasis = .reverse }
            add(line, range, hidden, inner, partEmphasis)
            shown = range.upperBound
        }
        add(line, shown..<max(shown, hidden + inner), hidden, inner, emphasis)
        addMark(column: 1 + inner)
        add(rightEnd, column: 1 + inner + markColumns, row: 0, width: 1, endEmphasis, as: .edge)
        if isFocused { content.caret = Position(column: 1 + present.lowerBound - hidden, row: 0) }
        return 1
    }

    /// Adds some columns of a line, as far as they are in the field.
    private func add(
        _ line: FieldLine, _ columns: Range<Int>, _ hidden: Int, _ inner: Int, _ emphasis: CellStyle.Attributes
    ) {
        let columns = columns.clamped(to: hidden..<hidden + inner)
        add(
            line.text(inColumns: columns), column: 1 + columns.lowerBound - hidden, row: 0, width: columns.count,
            emphasis)
    }
}

/// What a control shows of its state: whether it must be filled in, what is wrong with it, whether it can be edited.
extension ControlDrawing {
    /// `!` at a control that was used and is not right, `*` at one that must be filled in.
    private var mark: String? {
        if document.isUsed(node), document.validityProblem(of: node) != nil { return "!" }
        guard document.isRequired(node) else { return nil }
        if content.kind.isRadio { return document.radioGroup(of: node).first == node ? "*" : nil }
        return "*"
    }

    /// The columns that the mark takes.
    var markColumns: Int { mark == nil ? 0 : 1 }

    func addMark(column: Int, row: Int = 0) {
        guard let mark else { return }
        add(mark, column: column, row: row, width: 1, mark == "!" ? .bold : [])
    }

    private var isReadOnly: Bool { document.isReadOnly(node) }

    var leftEnd: String { isReadOnly ? "│" : "[" }
    var rightEnd: String { isReadOnly ? "│" : "]" }
    var endEmphasis: CellStyle.Attributes { isFocused ? .bold : [] }

    /// The corners of a text area; those of one that can only be read are square.
    var corners: (topLeft: String, topRight: String, bottomLeft: String, bottomRight: String) {
        isReadOnly ? ("┌", "┐", "└", "┘") : ("╭", "╮", "╰", "╯")
    }
}

extension ControlContent.Kind {
    fileprivate var isField: Bool { if case .field = self { true } else { false } }
    fileprivate var isRadio: Bool { if case .radio = self { true } else { false } }
}
