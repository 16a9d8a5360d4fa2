import HTMLTree
import TextLayout

extension Simulator {
    /// Pastes into the focused field as one change; anywhere else, a paste has no use.
    ///
    /// Line ends become blanks where there is one line only, and never submit; control characters are dropped.
    @discardableResult
    package func paste(_ text: String) -> Bool {
        prepareForInput()
        hints = nil
        guard FocusKind(of: document.activeElement, in: document).isText else { return false }
        let isChanged = edit(.paste(text))
        settle()
        return isChanged
    }

    /// Does a command to the focused text field: the page hears of each change of its text.
    ///
    /// - Returns: False when it changed neither text nor selection.
    func edit(_ command: EditCommand) -> Bool {
        guard let field = document.activeElement, document.controlKind(of: field)?.isTextEntry == true else {
            return false
        }
        if case .move(let motion) = command, let caret = caret(after: motion, in: field) {
            document.setSelection(caret..<caret, of: field)
            return true
        }
        switch editors.perform(command, on: field, of: document) {
        case .nothing:
            return false
        case .selection(let selection):
            document.setSelection(selection, of: field)
        case .text(let text, let selection):
            client.input(text, into: field)
            if document.isAlive(field) { document.setSelection(selection, of: field) }
        }
        return true
    }

    /// Where moving by a line leads in a text area: to the line as it is shown, which a long one is broken into several of.
    /// Nil for other motions, and at the first and last line.
    private func caret(after motion: Motion, in field: NodeID) -> Int? {
        guard motion == .up || motion == .down, document.controlKind(of: field) == .textarea,
            let caret = document.selection(of: field)?.upperBound, let place = screen.caret
        else { return nil }
        let column = lineWalk.column(in: field, caret: caret) ?? place.column
        let row = place.row + (motion == .up ? -1 : 1)
        guard let target = screen.caretOffset(onPage: Position(column: column, row: row), in: field),
            motion == .up ? target < caret : target > caret
        else { return nil }
        lineWalk.keep(column, in: field, caret: target)
        return target
    }
}
