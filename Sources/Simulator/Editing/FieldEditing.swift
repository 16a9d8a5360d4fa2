import HTMLTree
import LiveClient
import TextLayout

/// Edits the focused text field: one editor for each field of the page, and what was killed in any of them.
final class FieldEditing {
    private struct Entry {
        var editor: TextEditor
        /// The text of the editor, as the document has it.
        var text: String
    }

    private let page: OpenPage
    var keys = FieldKeys.standard
    private var entries: [NodeID: Entry] = [:]
    private var killed: [Character] = []
    /// Where the last move up or down in a text area left the caret, and the column that the next one returns to.
    private var lastLine: (field: NodeID, caret: Int, column: Int)?

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    /// The command of a key in the focused text field; nil outside of one, and for keys that it has no use for.
    func command(for key: Key) -> EditCommand? {
        let focus = page.focus
        guard focus.isText else { return nil }
        return keys.command(for: key, isMultiline: focus == .textArea)
    }

    /// Does a command to the focused text field: the page hears of each change of its text.
    ///
    /// - Returns: False when it changed neither text nor selection.
    @discardableResult
    func perform(_ command: EditCommand) -> Bool {
        guard let field = document.activeElement, document.controlKind(of: field)?.isTextEntry == true else {
            return false
        }
        if case .move(let motion) = command, let caret = caret(after: motion, in: field) {
            document.setSelection(caret..<caret, of: field)
            return true
        }
        guard let command = allowed(command, in: field) else { return false }
        var entry = takeEntry(of: field)
        let effect = entry.editor.perform(command, killed: &killed)
        let selection = entry.editor.selection
        if effect == .text { entry.text = entry.editor.text }
        entries[field] = entry
        switch effect {
        case .nothing:
            noticeRefusal(of: command, in: field)
            return false
        case .selection: document.setSelection(selection, of: field)
        case .text:
            page.client.input(entry.text, into: field)
            if document.isAlive(field) { document.setSelection(selection, of: field) }
        }
        return true
    }

    /// A command as far as the kind of a field goes; nil where nothing is left of it. What is left out is told.
    private func allowed(_ command: EditCommand, in field: NodeID) -> EditCommand? {
        if document.isReadOnly(field), command.writes {
            page.notice = SimulatorError.readOnly(page.describe(field)).message
            return nil
        }
        guard document.controlKind(of: field) == .text(.number) else { return command }
        let text: String
        switch command {
        case .insert(let typed), .paste(let typed): text = typed
        case .yank: text = String(killed)
        case .move, .delete, .kill, .undo, .redo, .selectAll: return command
        }
        let (taken, refused) = NumberText.sorted(text)
        guard !refused.isEmpty else { return command }
        page.notice = "\(page.describe(field)) takes digits, a sign and a decimal point, not \"\(refused)\""
        if taken.isEmpty { return nil }
        if case .insert = command { return .insert(taken) }
        return .paste(taken)
    }

    /// Says why nothing came of what was written.
    private func noticeRefusal(of command: EditCommand, in field: NodeID) {
        guard command.writes, let limit = FieldTraits(of: field, in: document).maximumLength,
            document.value(of: field).utf16.count >= limit
        else { return }
        switch command {
        case .insert, .paste, .yank: page.notice = "\(page.describe(field)) takes at most \(limit) characters"
        case .move, .delete, .kill, .undo, .redo, .selectAll: return
        }
    }

    /// Forgets the editors of fields that have left the document.
    func forgetDeadFields() { entries = entries.filter { document.isAlive($0.key) } }

    /// Forgets all editors, as another page has other fields; what was killed is kept.
    func startAnew() { entries.removeAll() }

    /// The editor of a field as the document has it: another text, which a view put there, has no changes to take back.
    ///
    /// It is taken out of the table, so that its text is changed in place.
    private func takeEntry(of field: NodeID) -> Entry {
        let text = document.value(of: field)
        let selection = document.selection(of: field)
        let traits = FieldTraits(of: field, in: document)
        guard var entry = entries.removeValue(forKey: field), entry.text == text else {
            return Entry(editor: TextEditor(text, selection: selection, traits: traits), text: text)
        }
        entry.editor.traits = traits
        if let selection, selection != entry.editor.selection { entry.editor.select(selection) }
        return entry
    }

    /// Where moving by a line leads in a text area: to the line as it is shown, which a long one is broken into several of.
    /// Nil for other motions, and at the first and last line.
    private func caret(after motion: Motion, in field: NodeID) -> Int? {
        guard motion == .up || motion == .down, document.controlKind(of: field) == .textarea,
            let caret = document.selection(of: field)?.upperBound, let place = page.window.caret
        else { return nil }
        var column = place.column
        if let lastLine, lastLine.field == field, lastLine.caret == caret { column = lastLine.column }
        let row = place.row + (motion == .up ? -1 : 1)
        guard let target = page.window.caretOffset(onPage: Position(column: column, row: row), in: field),
            motion == .up ? target < caret : target > caret
        else { return nil }
        lastLine = (field, target, column)
        return target
    }
}

extension EditCommand {
    /// Whether it is meant to change the text.
    fileprivate var writes: Bool {
        switch self {
        case .insert, .paste, .yank, .delete, .kill: true
        case .move, .undo, .redo, .selectAll: false
        }
    }
}
