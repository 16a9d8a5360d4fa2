import Basics
import HTMLTree

/// How an element is named to people: `button "Save"`, `text field "Name"`, `<div#main>`.
package struct ElementDescription: Hashable, Sendable {
    /// The kind of element in words, or its tag where there is no word for it.
    package let kind: String
    /// What it is called or says; nil when it says nothing.
    package let name: String?

    package init(of node: NodeID, in document: Document) {
        guard document.isAlive(node), document.isElement(node) else {
            kind = document.isAlive(node) ? "page" : "element that has left the page"
            name = nil
            return
        }
        kind = Self.kind(of: node, in: document) ?? Self.tag(of: node, in: document)
        name = Self.name(of: node, in: document)
    }

    private static func name(of node: NodeID, in document: Document) -> String? {
        let called = document.accessibleName(of: node)
        if !called.isEmpty { return shortened(called) }
        if document.name(of: node) == "form" || document.controlKind(of: node) != nil {
            // Without a label, the name under which it is sent, or its id, tells it from others.
            return document.attribute("name", of: node) ?? document.attribute("id", of: node)
        }
        let text = document.textContent(of: node).foldingWhitespace()
        return text.isEmpty ? nil : shortened(text)
    }

    private static func shortened(_ text: String) -> String {
        let folded = text.foldingWhitespace()
        return folded.count > 60 ? folded.prefix(59) + "…" : folded
    }

    private static func kind(of node: NodeID, in document: Document) -> String? {
        if let control = document.controlKind(of: node) { return control.word }
        if document.isLink(node) { return "link" }
        switch document.name(of: node) {
        case "form": return "form"
        case "option": return "option"
        case "fieldset": return "group"
        case "label": return "label"
        case "summary": return "summary"
        case "dialog": return "dialog"
        case "h1", "h2", "h3", "h4", "h5", "h6": return "heading"
        case _: return document.attribute("role", of: node)
        }
    }

    private static func tag(of node: NodeID, in document: Document) -> String {
        var tag = "<" + document.name(of: node)
        if let id = document.attribute("id", of: node), !id.isEmpty {
            tag += "#" + id
        } else if let classes = document.attribute("class", of: node) {
            tag += classes.split(separator: " ").prefix(2).map { "." + $0 }.joined()
        }
        return tag + ">"
    }
}

extension ElementDescription: CustomStringConvertible {
    package var description: String { name.map { "\(kind) \"\($0)\"" } ?? kind }
}

extension ControlKind {
    /// The kind in a word for people.
    fileprivate var word: String {
        switch self {
        case .text(let kind): kind.word
        case .textarea: "text area"
        case .checkbox: "check box"
        case .radio: "radio button"
        case .select: "select"
        case .button, .image: "button"
        case .hidden: "hidden field"
        case .file: "file field"
        case .range: "slider"
        case .color: "color field"
        case .output: "output"
        }
    }
}

extension TextInputKind {
    fileprivate var word: String {
        switch self {
        case .text: "text field"
        case .search: "search field"
        case .tel: "telephone field"
        case .url: "address field"
        case .email: "email field"
        case .password: "password field"
        case .number: "number field"
        case .date: "date field"
        case .month: "month field"
        case .week: "week field"
        case .time: "time field"
        case .dateTimeLocal: "date and time field"
        }
    }
}
