import Simulator

/// A line into which a person types, with the keys of a text field.
struct PromptLine {
    private(set) var editor: TextEditor
    private var killed: [Character] = []

    init(_ text: String = "") { editor = TextEditor(text) }

    var text: String { editor.text }

    mutating func press(_ key: Key) {
        if let command = EditingKeys.command(for: key, isMultiline: false) {
            _ = editor.perform(command, killed: &killed)
        }
    }

    mutating func paste(_ text: String) { _ = editor.perform(.paste(text), killed: &killed) }
}
