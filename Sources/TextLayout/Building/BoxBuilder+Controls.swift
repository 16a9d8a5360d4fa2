import HTMLTree

extension BoxBuilder {
    /// How an element is drawn that shows no content of its own; nil for all others.
    func controlKind(of node: NodeID, _ role: ElementRole?) -> ControlContent.Kind? {
        switch role {
        case .input, .select, .textarea: formControlKind(of: node)
        case .gauge: .gauge
        case .lineBreak, .breakOpportunity, .picture, .media, .button, .details, .summary, .fieldset, .styleSheet, nil:
            nil
        }
    }

    private func formControlKind(of node: NodeID) -> ControlContent.Kind? {
        switch document.controlKind(of: node) {
        case .text: .field
        case .textarea: .textarea
        case .checkbox: .checkbox
        case .radio: .radio
        case .select(let isMultiple): isMultiple || document.displaySize(of: node) > 1 ? .listBox : .menu
        case .button(let kind): .button(buttonText(of: node, kind))
        case .image: .button(VisibleText.make(document.attribute("alt", of: node) ?? "Submit"))
        case .file: .fileInput
        case .range: .range
        case .color: .color
        case .hidden, .output, nil: nil
        }
    }

    private func buttonText(of node: NodeID, _ kind: ButtonKind) -> String {
        let value = VisibleText.make(document.attribute("value", of: node) ?? "")
        if value.contains(where: { !$0.isWhitespace }) { return value }
        let name = VisibleText.make(document.accessibleName(of: node))
        if !name.isEmpty { return name }
        return switch kind {
        case .submit: "Submit"
        case .reset: "Reset"
        case .button: "…"
        }
    }
}
