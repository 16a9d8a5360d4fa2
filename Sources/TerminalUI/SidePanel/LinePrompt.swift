import Simulator

/// Takes the answer to a question of a side panel, at the foot of the terminal.
struct LinePrompt {
    enum Outcome {
        case open
        case cancelled
        case answered
    }

    let question: SidePanelQuestion
    /// Whether the session ends with the answer.
    let isLast: Bool
    private(set) var editor: TextEditor
    private var killed: [Character] = []

    init(_ question: SidePanelQuestion, isLast: Bool = false) {
        self.question = question
        self.isLast = isLast
        editor = TextEditor(question.text)
    }

    mutating func press(_ key: Key) -> Outcome {
        switch key {
        case Key(.escape): return .cancelled
        case Key(.enter):
            question.take(editor.text)
            return .answered
        default:
            if let command = EditingKeys.command(for: key, isMultiline: false) {
                _ = editor.perform(command, killed: &killed)
            }
            return .open
        }
    }

    mutating func paste(_ text: String) { _ = editor.perform(.paste(text), killed: &killed) }
}
