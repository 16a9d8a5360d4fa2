import Basics

extension Document {
    /// The name by which assistive technology calls an element: `aria-labelledby`, `aria-label`, its label, what HTML
    /// takes for the name of such an element, its text where its role is named by it, `title`, `placeholder`
    /// (Accessible Name and Description Computation 1.2). Empty where it has none.
    package func accessibleName(of node: NodeID) -> String {
        guard isElement(node) else { return "" }
        if let ids = attribute("aria-labelledby", of: node) {
            let named = ids.split(whereSeparator: \.isWhitespace).compactMap { element(withID: String($0)) }
            let name = named.map { ownLabel(of: $0) ?? nameText(of: $0) }.joined(separator: " ").foldingWhitespace()
            if !name.isEmpty { return name }
        }
        if let label = ownLabel(of: node) { return label }
        let candidates = [
            nativeName(of: node), contentName(of: node), attribute("title", of: node),
            controlKind(of: node)?.isTextEntry == true ? attribute("placeholder", of: node) : nil,
        ]
        for case let candidate? in candidates {
            let name = candidate.foldingWhitespace()
            if !name.isEmpty { return name }
        }
        return ""
    }

    /// The text of an element as it is read out: what is hidden left out, pictures by their alternative text, controls by
    /// their value.
    package func nameText(of node: NodeID) -> String { nameText(of: node, without: nil) }

    private func nameText(of node: NodeID, without control: NodeID?) -> String {
        var text = ""
        var current = node.index
        var isFirst = true
        while let candidate = identifier(current) {
            if let previous = previousSibling(of: candidate), !isFirst, isElement(previous), !isInline(previous) {
                text += " "
            }
            if isText(candidate) {
                text += self[candidate].content
            } else if isElement(candidate) {
                if !isFirst, hidesItself(candidate) || isAriaHidden(candidate) || isClosedAway(candidate) {
                    current = followingSkippingChildren(candidate, below: node)
                    continue
                }
                if candidate == control {
                    text += " "
                    current = followingSkippingChildren(candidate, below: node)
                    continue
                }
                if !isFirst, let replacement = replacementText(of: candidate) {
                    text += " \(replacement) "
                    current = followingSkippingChildren(candidate, below: node)
                    continue
                }
                if !isInline(candidate) { text += " " }
            }
            isFirst = false
            current = following(current, below: node.index)
        }
        return text.foldingWhitespace()
    }

    private func ownLabel(of node: NodeID) -> String? {
        let label = attribute("aria-label", of: node)?.foldingWhitespace()
        return label?.isEmpty == false ? label : nil
    }

    /// What HTML says names an element, by its kind (HTML Accessibility API Mappings 1.0, section 4.1).
    private func nativeName(of node: NodeID) -> String? {
        let labels = labels(of: node)
        if !labels.isEmpty { return labels.map { labelText(of: $0, for: node) }.joined(separator: " ") }
        if let kind = controlKind(of: node) {
            guard name(of: node) == "input" else { return nil }
            switch kind {
            case .button(.submit): return attribute("value", of: node) ?? "Submit"
            case .button(.reset): return attribute("value", of: node) ?? "Reset"
            case .button(.button): return attribute("value", of: node)
            case .image: return attribute("alt", of: node) ?? attribute("value", of: node) ?? "Submit"
            case .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range, .color, .output: return nil
            }
        }
        switch name(of: node) {
        case "img", "area": return attribute("alt", of: node)
        case "fieldset": return child("legend", of: node).map(nameText)
        case "table": return child("caption", of: node).map(nameText)
        case "figure": return child("figcaption", of: node).map(nameText)
        case "optgroup": return attribute("label", of: node)
        case "option": return optionText(of: node)
        case _: return nil
        }
    }

    /// The text of a label, without that of the control that it is for: a name is the same whatever the control holds
    /// (Accessible Name and Description Computation 1.2, step 2C).
    package func labelText(of label: NodeID, for control: NodeID) -> String { nameText(of: label, without: control) }

    /// The text of an element whose role takes its name from what is in it.
    private func contentName(of node: NodeID) -> String? {
        switch role(of: node) {
        case "button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link", "menuitem",
            "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip",
            "treeitem":
            controlKind(of: node).map { $0.isButton } ?? true ? nameText(of: node) : nil
        case _:
            nil
        }
    }

    private func replacementText(of node: NodeID) -> String? {
        if let label = ownLabel(of: node) { return label }
        if isHTML(node, "img") { return attribute("alt", of: node) ?? "" }
        switch controlKind(of: node) {
        case .text, .textarea, .range: return value(of: node)
        case .select: return selectedOptions(of: node).map(optionText).joined(separator: " ")
        case .checkbox, .radio, .hidden, .file, .color: return ""
        case .button, .image: return name(of: node) == "input" ? nativeName(of: node) ?? "" : nil
        case .output, nil: return nil
        }
    }

    private func isAriaHidden(_ node: NodeID) -> Bool { attribute("aria-hidden", of: node) == "true" }

    private func isClosedAway(_ node: NodeID) -> Bool { parentElement(of: node).map { hides($0, node) } ?? false }

    private func child(_ name: String, of node: NodeID) -> NodeID? { children(of: node).first { isHTML($0, name) } }

    /// Whether an element stands within a line of text, so that no word ends at its edges.
    private func isInline(_ node: NodeID) -> Bool {
        switch name(of: node) {
        case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
            "wbr":
            true
        case _:
            false
        }
    }
}
