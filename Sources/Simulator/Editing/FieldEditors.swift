import HTMLTree

/// The editors of a page's text fields, and what was killed in any of them.
struct FieldEditors {
    /// What a command did to a field.
    enum Outcome {
        case nothing
        case selection(Range<Int>)
        case text(String, selection: Range<Int>)
    }

    private struct Entry {
        var editor: TextEditor
        /// The text of the editor, as the document has it.
        var text: String
    }

    private var entries: [NodeID: Entry] = [:]
    private var killed: [Character] = []

    /// Does a command to a field; the document is not changed.
    mutating func perform(_ command: EditCommand, on field: NodeID, of document: Document) -> Outcome {
        var entry = takeEntry(of: field, in: document)
        defer { entries[field] = entry }
        switch entry.editor.perform(command, killed: &killed) {
        case .nothing:
            return .nothing
        case .selection:
            return .selection(entry.editor.selection)
        case .text:
            entry.text = entry.editor.text
            return .text(entry.text, selection: entry.editor.selection)
        }
    }

    /// Forgets the editors of fields that have left the document.
    mutating func removeDead(in document: Document) {
        entries = entries.filter { document.isAlive($0.key) }
    }

    /// Forgets all editors, as another page has other fields; what was killed is kept.
    mutating func removeAll() { entries.removeAll() }

    /// The editor of a field as the document has it: another text, which a view put there, has no changes to take back.
    ///
    /// It is taken out of the table, so that its text is changed in place.
    private mutating func takeEntry(of field: NodeID, in document: Document) -> Entry {
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
}

extension FieldTraits {
    /// The traits of a text control.
    init(of field: NodeID, in document: Document) {
        let kind = document.controlKind(of: field)
        let limit = document.attribute("maxlength", of: field).flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
        self.init(
            isMultiline: kind == .textarea, maximumLength: kind?.hasLengthLimit == true ? limit : nil,
            isReadOnly: !document.isEditable(field))
    }
}

extension ControlKind {
    /// Whether `maxlength` applies (WHATWG 4.10.5.3.1).
    fileprivate var hasLengthLimit: Bool {
        switch self {
        case .textarea: true
        case .text(let kind):
            switch kind {
            case .text, .search, .tel, .url, .email, .password: true
            case .number, .date, .month, .week, .time, .dateTimeLocal: false
            }
        case .checkbox, .radio, .select, .button, .image, .hidden, .file, .range, .color, .output: false
        }
    }
}
