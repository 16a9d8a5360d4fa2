extension Simulator {
    /// Pastes into the focused field as one change; anywhere else, a paste has no use.
    ///
    /// Line ends become blanks where there is one line only, and never submit; control characters are dropped.
    @discardableResult
    public func paste(_ text: String) -> Bool {
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
}
