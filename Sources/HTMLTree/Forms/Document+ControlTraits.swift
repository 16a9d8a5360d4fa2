import Basics

extension Document {
    /// Whether a control has to be filled in.
    public func isRequired(_ node: NodeID) -> Bool { canBeRequired(node) && hasAttribute("required", of: node) }

    /// Whether `required` means something for an element.
    func canBeRequired(_ node: NodeID) -> Bool {
        switch controlKind(of: node) {
        case .text, .textarea, .checkbox, .radio, .select, .file: true
        case .button, .image, .hidden, .range, .color, .output, nil: false
        }
    }

    /// Whether a person can edit the text of an element.
    public func isEditable(_ node: NodeID) -> Bool {
        guard isElement(node) else { return false }
        if controlKind(of: node)?.isTextEntry == true { return !isReadOnly(node) && !isDisabled(node) }
        return attribute("contenteditable", of: node).map { ASCIIText.lowercased($0) != "false" } ?? false
    }

    /// Whether a field is empty and shows its placeholder.
    func showsPlaceholder(_ node: NodeID) -> Bool {
        controlKind(of: node)?.isTextEntry == true && hasAttribute("placeholder", of: node) && value(of: node).isEmpty
    }

    /// Whether an element is a link to somewhere.
    public func isLink(_ node: NodeID) -> Bool {
        (isHTML(node, "a") || isHTML(node, "area")) && hasAttribute("href", of: node)
    }
}
