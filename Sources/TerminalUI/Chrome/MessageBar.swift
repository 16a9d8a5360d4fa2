import TextLayout

/// Something a person must not miss, over the status line and, where it is long, some rows above it.
struct MessageBar {
    private static let mostRows = 4

    enum Kind: Hashable {
        case problem
        case notice
        /// The page waits for yes or no.
        case question

        fileprivate var mark: String {
            switch self {
            case .problem: "✗ "
            case .notice: "! "
            case .question: "? "
            }
        }

        fileprivate var style: CellStyle { self == .problem ? ChromeStyle.problem : ChromeStyle.notice }
    }

    var text: String
    var kind: Kind
    /// How many rows at the foot are something else's.
    var rowsBelow = 0

    func draw(into frame: inout Frame) {
        let style = kind.style
        // What is told of a file shows the line and points at the place in it.
        var lines = (kind.mark + text).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            StyledText(String($0), style).wrapped(to: frame.size.columns - 2)
        }
        let most = min(Self.mostRows, max(1, frame.size.rows / 3))
        if lines.count > most {
            lines = Array(lines[..<most])
            var last = lines[most - 1].cut(to: frame.size.columns - 3)
            if !last.text.hasSuffix("…") { last.append("…", style) }
            lines[most - 1] = last
        }
        let top = frame.size.rows - rowsBelow - lines.count
        frame.fill(Rect(column: 0, row: top, columns: frame.size.columns, rows: lines.count), style)
        for (place, line) in lines.enumerated() {
            // The indent of a wrapped line is plain; here all is one colour.
            frame.draw(
                StyledText(line.text, style), at: Position(column: 1, row: top + place),
                columns: frame.size.columns - 2)
        }
    }
}
