import Basics

/// The kinds of form controls (WHATWG 4.10).
package enum ControlKind: Hashable, Sendable {
    case text(TextInputKind)
    case textarea
    case checkbox
    case radio
    case select(isMultiple: Bool)
    case button(ButtonKind)
    /// A submit button that is a picture.
    case image
    case hidden
    case file
    case range
    case color
    case output

    /// Whether a person types text into it.
    package var isTextEntry: Bool {
        switch self {
        case .text, .textarea: true
        case .checkbox, .radio, .select, .button, .image, .hidden, .file, .range, .color, .output: false
        }
    }

    /// Whether it submits its form.
    package var isSubmitButton: Bool {
        switch self {
        case .button(.submit), .image: true
        case .button(.reset), .button(.button), .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range,
            .color, .output:
            false
        }
    }

    /// Whether it is a button of any kind.
    package var isButton: Bool {
        switch self {
        case .button, .image: true
        case .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range, .color, .output: false
        }
    }
}

/// What a button does in its form.
package enum ButtonKind: String, Hashable, Sendable {
    case submit, reset, button
}

/// The kinds of `input` into which a person types text.
package enum TextInputKind: String, Hashable, Sendable {
    case text, search, tel, url, email, password, number, date, month, week, time
    case dateTimeLocal = "datetime-local"
}

extension Document {
    /// What kind of form control an element is; nil when it is none.
    package func controlKind(of node: NodeID) -> ControlKind? {
        guard isElement(node), namespace(of: node) == .html else { return nil }
        let name = name(of: node)
        // Most names are shorter than all of these.
        guard name.utf8.count >= 5 else { return nil }
        switch name {
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
