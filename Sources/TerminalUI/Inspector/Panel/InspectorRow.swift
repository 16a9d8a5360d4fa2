import TextLayout

/// A row of one of the inspector's panes: a line at some depth, that can be folded or not.
struct InspectorRow: Equatable {
    enum Fold {
        case leaf
        case folded
        case unfolded

        fileprivate var sign: String {
            switch self {
            case .leaf: "  "
            case .folded: "▸ "
            case .unfolded: "▾ "
            }
        }
    }

    var depth: Int
    var fold = Fold.leaf
    var text: StyledText
    /// Whether it is another than before the last event.
    var isChanged = false

    /// The columns that stand before the text at a depth: mark, indent and sign.
    static func columnsBefore(depth: Int) -> Int { 3 + depth * 2 }

    /// Draws it in one row of the terminal.
    ///
    /// - Parameters:
    ///   - isSelected: Whether it is the one that keys act on.
    ///   - hasFocus: Whether keys go to the inspector.
    func draw(into frame: inout Frame, at position: Position, columns: Int, isSelected: Bool, hasFocus: Bool) {
        // However deep it is, half of the width is left for the text.
        let indent = min(depth * 2, columns / 2)
        var line = StyledText(isChanged ? "•" : " ", ChromeStyle.number)
        line.append(String(repeating: " ", count: indent))
        line.append(fold.sign, ChromeStyle.quiet)
        line.append(text)
        frame.draw(line, at: position, columns: columns)
        guard isSelected else { return }
        for column in position.column..<min(position.column + columns, frame.size.columns) {
            var style = frame[column, position.row].style
            style.attributes.remove(.dim)
            if hasFocus { style.attributes.insert(.reverse) } else { style.attributes.insert(.underline) }
            frame.restyle(column, position.row, style)
        }
    }
}

extension Frame {
    /// Gives a cell another style, whatever half of a character it shows.
    fileprivate mutating func restyle(_ column: Int, _ row: Int, _ style: CellStyle) {
        let text = self[column, row].text
        guard !text.isEmpty else { return }
        self[column, row] = Cell(text: text, style: style)
        if column + 1 < size.columns, TextWidth.width(of: text) == 2 {
            self[column + 1, row] = Cell(text: "", style: style)
        }
    }
}
