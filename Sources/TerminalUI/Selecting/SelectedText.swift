import Simulator
import TextLayout

/// The text between two cells of a picture of rows, as a person means it who selects from one to the other.
struct SelectedText {
    let picture: Frame

    /// The text from one cell to another, both included: the rest of the first row, whole rows, and the last up to the
    /// cell; or whole rows only. Lines that stand around a panel at the ends of a row are none of it.
    func text(from start: Position, to end: Position, wholeRows: Bool = false) -> String {
        let (first, last) = (start.row, start.column) <= (end.row, end.column) ? (start, end) : (end, start)
        let rows = (first.row..<last.row + 1).clamped(to: 0..<picture.size.rows)
        var lines = rows.map { row in
            let from = row == first.row && !wholeRows ? first.column : 0
            let to = row == last.row && !wholeRows ? last.column + 1 : picture.size.columns
            return line(row, columns: (from..<max(from, to)).clamped(to: 0..<picture.size.columns))
        }
        while lines.last == "", lines.count > 1 { lines.removeLast() }
        let indent = rows.count > 1 ? lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0 : 0
        return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
    }

    /// The cells of a row that hold text, without blanks and lines at its ends; nil for an empty row.
    func textColumns(ofRow row: Int) -> Range<Int>? {
        guard (0..<picture.size.rows).contains(row) else { return nil }
        let cells = picture.row(row)
        guard let first = cells.firstIndex(where: { !Self.isEdge($0.text) }),
            let last = cells.lastIndex(where: { !Self.isEdge($0.text) })
        else { return nil }
        return first..<last + 1
    }

    private func line(_ row: Int, columns: Range<Int>) -> String {
        let cells = picture.row(row)[columns]
        var text = cells.map(\.text).joined()
        while let last = text.last, Self.isEdge(String(last)) { text.removeLast() }
        // What is before the text keeps its width, so that lines stay under each other.
        let edge = text.prefix { Self.isEdge(String($0)) }
        return edge.contains { $0 != " " }
            ? String(text.dropFirst(edge.count)) : text
    }

    /// Whether a cell is blank or a piece of a line (U+2500 to U+257F).
    private static func isEdge(_ text: String) -> Bool {
        guard let scalar = text.unicodeScalars.first else { return true }
        return scalar == " " || scalar == "\u{A0}" || (0x2500...0x257F).contains(scalar.value)
    }
}

/// Moves of a cursor over a picture of rows, in the manner of vi.
enum SelectionMotion: Hashable {
    case left, right, up, down
    case wordForward, wordBack
    case rowStart, rowEnd
    case halfPageUp, halfPageDown, pageUp, pageDown
    case top, bottom

    init?(key: Key) {
        switch key {
        case Key(.left), Key(.left, .shift), Key(.character("h")): self = .left
        case Key(.right), Key(.right, .shift), Key(.character("l")): self = .right
        case Key(.up), Key(.up, .shift), Key(.character("k")): self = .up
        case Key(.down), Key(.down, .shift), Key(.character("j")): self = .down
        case Key(.character("w")), Key(.right, .control): self = .wordForward
        case Key(.character("b")), Key(.left, .control): self = .wordBack
        case Key(.character("0")), Key(.home), Key(.character("^")): self = .rowStart
        case Key(.character("$")), Key(.end): self = .rowEnd
        case Key(.character("u"), .control): self = .halfPageUp
        case Key(.character("d"), .control): self = .halfPageDown
        case Key(.pageUp): self = .pageUp
        case Key(.pageDown): self = .pageDown
        case Key(.character("g")): self = .top
        case Key(.character("G")): self = .bottom
        case _: return nil
        }
    }
}
