import Simulator
import TextLayout

/// A line at the foot of the terminal into which a person types, with a note above it.
struct PromptBar {
    var label: String
    var editor: TextEditor
    var note: String?

    func draw(into frame: inout Frame) {
        if let note { MessageBar(text: note, kind: .notice, rowsBelow: 1).draw(into: &frame) }
        let row = frame.size.rows - 1
        let columns = frame.size.columns
        frame.fill(Rect(column: 0, row: row, columns: columns, rows: 1), ChromeStyle.notice)
        let question = StyledText("\(label): ", ChromeStyle.notice).cut(to: columns / 2)
        let start = 1 + frame.draw(question, at: Position(column: 1, row: row), columns: columns / 2)
        let room = max(1, columns - start - 1)
        // As much of the text as has room before the caret; a long path shows its end.
        var first = editor.caret
        var width = 0
        while first > 0 {
            width += cells(of: editor.characters[first - 1])
            guard width < room else { break }
            first -= 1
        }
        let shown = StyledText(String(editor.characters[first...]), ChromeStyle.notice)
        frame.draw(shown, at: Position(column: start, row: row), columns: room)
        let caret = editor.characters[first..<editor.caret].reduce(0) { $0 + cells(of: $1) }
        frame.cursor = Position(column: start + caret, row: row)
    }

    /// What a character takes once it is tamed.
    private func cells(of character: Character) -> Int { TextWidth.width(of: VisibleText.make(String(character))) }
}
