import TextLayout

@testable import TerminalUI

/// A terminal in memory that remembers what was done to it.
final class FakeDevice: TerminalDevice {
    enum Action: Equatable {
        case put(String, width: Int, column: Int, row: Int)
        case present(cursor: Position?)
        case clear
        case title(String)
        case mouse(Bool)
        case copy(String)
        case ring
        case suspend, resume, close
    }

    var size: Size
    /// What the person makes of the window; counts with `updateSize`.
    var windowSize: Size
    private(set) var actions: [Action] = []
    private(set) var rows: [[String]]
    private(set) var cursor: Position?
    /// The themes it was given, the present one last.
    private(set) var themes: [Theme] = []

    init(columns: Int, rows: Int) {
        size = Size(columns: columns, rows: rows)
        windowSize = size
        self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// What a person sees, without trailing blanks.
    var text: String {
        var lines = rows.map { row in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// The texts put since the last call, in order.
    func takeActions() -> [Action] {
        defer { actions = [] }
        return actions
    }

    func put(_ cell: Cell, width: Int, at position: Position) {
        actions.append(.put(cell.text, width: width, column: position.column, row: position.row))
        rows[position.row][position.column] = cell.text
        if width == 2 { rows[position.row][position.column + 1] = "" }
    }

    func present(cursor: Position?) {
        actions.append(.present(cursor: cursor))
        self.cursor = cursor
    }

    func clear() {
        actions.append(.clear)
        rows = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    }

    func use(_ theme: Theme) { themes.append(theme) }

    func setTitle(_ title: String) { actions.append(.title(title)) }

    func setMouse(isOn: Bool) { actions.append(.mouse(isOn)) }

    func copy(_ text: String) { actions.append(.copy(text)) }

    func ring() { actions.append(.ring) }

    func updateSize() {
        size = windowSize
        rows = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    }

    func suspend() { actions.append(.suspend) }
    func resume() { actions.append(.resume) }
    func close() { actions.append(.close) }
}
