/// What stands in front of the page, and what has the keys, for who tells of it in words.
extension Simulator {
    /// The option that Enter would take from the list that is open in front of the page, in words; nil where none is.
    package var offeredOption: String? { selectList.currentWords ?? suggestions.currentWords }

    /// Whether the focused element has a use for arrows.
    package var usesArrows: Bool {
        switch page.focus {
        case .textField, .dateField, .textArea, .select, .radio, .slider: true
        case .page, .checkbox, .button, .link, .file, .other: hints != nil
        }
    }

    /// Whether what is typed goes into a field, letter by letter.
    package var isTyping: Bool { page.focus.isText || page.focus == .dateField }
}
