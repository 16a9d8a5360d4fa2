import Basics

extension Document {
    /// Whether a control has to be filled in.
    package func isRequired(_ node: NodeID) -> Bool { canBeRequired(node) && hasAttribute("required", of: node) }

    /// Whether `required` means something for an element.
    func canBeRequired(_ node: NodeID) -> Bool {
        switch controlKind(of: node) {
        case .text, .textarea, .checkbox, .radio, .select, .file: true
        case .button, .image, .hidden, .range, .color, .output, nil: false
        }
    }

    /// Whether a person can edit the text of an element.
    package func isEditable(_ node: NodeID) -> Bool {
        guard isElement(node) else { return false }
        if controlKind(of: node)?.isTextEntry == true { return !isReadOnly(node) && !isDisabled(node) }
        return attribute("contenteditable", of: node).map { ASCIIText.lowercased($0) != "false" } ?? false
    }

    /// Whether a field is empty and shows its placeholder.
    func showsPlaceholder(_ node: NodeID) -> Bool {
        controlKind(of: node)?.isTextEntry == true && hasAttribute("placeholder", of: node) && value(of: node).isEmpty
    }

    /// Whether an element is a link to somewhere.
    package func isLink(_ node: NodeID) -> Bool {
        (isHTML(node, "a") || isHTML(node, "area")) && hasAttribute("href", of: node)
    }
}

extension Document {
    /// Whether a control, option or fieldset is disabled: by itself, by its group of options, or by a fieldset around it,
    /// whose first legend is spared (WHATWG 4.10.18.5).
    package func isDisabled(_ node: NodeID) -> Bool {
        guard canBeDisabled(node) else { return false }
        if hasAttribute("disabled", of: node) { return true }
        switch name(of: node) {
        case "option":
            return parentElement(of: node).map { isHTML($0, "optgroup") && hasAttribute("disabled", of: $0) } ?? false
        case "optgroup":
            return false
        case _:
            return isInDisabledFieldset(node)
        }
    }

    /// Whether a text control can be read but not edited.
    package func isReadOnly(_ node: NodeID) -> Bool {
        controlKind(of: node)?.isTextEntry == true && hasAttribute("readonly", of: node)
    }

    func canBeDisabled(_ node: NodeID) -> Bool {
        guard isElement(node), namespace(of: node) == .html else { return false }
        let name = name(of: node)
        // Most names are shorter than all of these.
        guard name.utf8.count >= 5 else { return false }
        switch name {
        case "button", "input", "select", "textarea", "option", "optgroup", "fieldset": return true
        case _: return false
        }
    }

    private func isInDisabledFieldset(_ node: NodeID) -> Bool {
        var child = node
        for ancestor in ancestors(of: node) {
            if isHTML(ancestor, "fieldset"), hasAttribute("disabled", of: ancestor),
                child != children(of: ancestor).first(where: { isHTML($0, "legend") })
            {
                return true
            }
            child = ancestor
        }
        return false
    }
}
