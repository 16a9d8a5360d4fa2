import Basics

extension Document {
    /// What kind of form control an element is; nil when it is none.
    public func controlKind(of node: NodeID) -> ControlKind? {
        guard isElement(node), namespace(of: node) == .html else { return nil }
        switch name(of: node) {
        case "input": return inputKind(attribute("type", of: node).map(ASCIIText.lowercased) ?? "text")
        case "textarea": return .textarea
        case "select": return .select(isMultiple: hasAttribute("multiple", of: node))
        case "output": return .output
        case "button":
            return .button(
                attribute("type", of: node).flatMap { ButtonKind(rawValue: ASCIIText.lowercased($0)) } ?? .submit)
        case _: return nil
        }
    }

    private func inputKind(_ type: String) -> ControlKind {
        switch type {
        case "checkbox": .checkbox
        case "radio": .radio
        case "hidden": .hidden
        case "file": .file
        case "range": .range
        case "color": .color
        case "image": .image
        case _:
            if let kind = ButtonKind(rawValue: type) {
                .button(kind)
            } else {
                .text(TextInputKind(rawValue: type) ?? .text)
            }
        }
    }

    /// Whether an element has a certain name and is an HTML element.
    func isHTML(_ node: NodeID, _ elementName: String) -> Bool {
        isElement(node) && name(of: node) == elementName && namespace(of: node) == .html
    }
}
