import Basics
import HTMLTree
import Simulator
import TextLayout

/// What an element is in words: its role, its name, what it holds, and the state it is in.
struct ElementWords {
    /// Of what a field holds, so many characters are said.
    private static let valueLimit = 80

    let simulator: Simulator

    private var document: Document { simulator.document }

    /// Whether an element is said as a whole, with all that is in it: what can be acted on, and what shows a value.
    func isWhole(_ node: NodeID) -> Bool {
        if let kind = document.controlKind(of: node) { return kind != .hidden && kind != .output }
        if document.isLink(node) || document.isSummary(node) { return true }
        switch document.name(of: node) {
        case "progress", "meter": return true
        case "label", "option", "form", "body", "html", "tr", "table", "ul", "ol", "dialog", "main", "section":
            return false
        default: return simulator.client.isClickable(node)
        }
    }

    /// All there is to say of an element.
    func text(of node: NodeID) -> String {
        ([heading(of: node)] + value(of: node) + states(of: node)).joined(separator: ", ")
    }

    /// The name of a field, for the line on which one types.
    func name(of node: NodeID) -> String {
        ReadableText.quote(ElementDescription(of: node, in: document).name ?? "text")
    }

    private func heading(of node: NodeID) -> String {
        let description = ElementDescription(of: node, in: document)
        let isPlain = document.controlKind(of: node) == nil && !document.isLink(node) && !document.isSummary(node)
        let kind = isPlain && description.kind.hasPrefix("<") ? plainKind(of: node) : description.kind
        return description.name.map { "\(kind) \($0)" } ?? kind
    }

    private func plainKind(of node: NodeID) -> String {
        switch document.name(of: node) {
        case "progress", "meter": document.name(of: node)
        default: "clickable"
        }
    }

    private func value(of node: NodeID) -> [String] {
        guard let kind = document.controlKind(of: node) else { return gauge(of: node) }
        switch kind {
        case .text(.password):
            let count = document.value(of: node).count
            return [count == 0 ? "empty" : "\(count) \(count == 1 ? "character" : "characters")"]
        case .text(let kind) where kind.isDateOrTime:
            guard let entry = document.dateEntry(of: node), !entry.isEmpty else { return ["empty"] }
            return [entry.text]
        case .text, .textarea:
            let value = document.value(of: node)
            return [value.isEmpty ? "empty" : ReadableText.line(value.foldingWhitespace(), limit: Self.valueLimit)]
        case .checkbox: return [document.isChecked(node) ? "checked" : "not checked"]
        case .radio: return [document.isChecked(node) ? "chosen" : "not chosen"]
        case .select:
            let chosen = document.selectedOptions(of: node).map(document.optionText)
            return [chosen.isEmpty ? "nothing chosen" : chosen.joined(separator: " and ")]
        case .range:
            let (least, most) = (
                document.attribute("min", of: node) ?? "0", document.attribute("max", of: node) ?? "100"
            )
            return ["\(document.value(of: node)), from \(least) to \(most)"]
        case .color: return [document.value(of: node)]
        case .file:
            let files = document.files(of: node).map { "\($0.name) \($0.sizeText)" }
            return [files.isEmpty ? "no file chosen" : files.joined(separator: " and ")]
        case .button, .image, .hidden, .output: return []
        }
    }

    private func gauge(of node: NodeID) -> [String] {
        let name = document.name(of: node)
        guard name == "progress" || name == "meter" else { return [] }
        guard let value = document.attribute("value", of: node).flatMap(HTMLNumber.parse) else { return ["at work"] }
        let most = document.attribute("max", of: node).flatMap(HTMLNumber.parse) ?? 1
        let least = name == "meter" ? document.attribute("min", of: node).flatMap(HTMLNumber.parse) ?? 0 : 0
        guard most > least else { return [] }
        return ["\(Int((min(max(0, (value - least) / (most - least)), 1) * 100).rounded())) percent"]
    }

    private func states(of node: NodeID) -> [String] {
        var states: [String] = []
        if document.isRequired(node) { states.append("required") }
        if document.isReadOnly(node) { states.append("read-only") }
        if document.isDisabled(node) { states.append("disabled") }
        if document.isSummary(node), let details = document.parentElement(of: node) {
            states.append(document.hasAttribute("open", of: details) ? "open" : "closed")
        }
        for (attribute, yes, no) in Self.ariaStates {
            switch document.attribute(attribute, of: node) {
            case "true": states.append(yes)
            case "false": if !no.isEmpty { states.append(no) }
            default: break
            }
        }
        if document.isUsed(node), let problem = document.validityProblem(of: node) {
            states.append("not right: \(problem.message)")
        }
        return states
    }

    private static let ariaStates: [(attribute: String, yes: String, no: String)] = [
        ("aria-expanded", "open", "closed"), ("aria-pressed", "pressed", "not pressed"),
        ("aria-selected", "selected", ""), ("aria-checked", "checked", "not checked"), ("aria-busy", "busy", ""),
    ]
}
