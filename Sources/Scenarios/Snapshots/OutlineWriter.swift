import HTMLTree
import Simulator

/// Writes roles, names and states of a page, one element a line, indented by depth.
struct OutlineWriter {
    let simulator: Simulator
    /// Elements whose names are masked, with all that is in them.
    var hidden: Set<NodeID> = []
    /// What stands in the place of what is masked.
    var veil = ""

    private var document: Document { simulator.document }

    func text(below top: NodeID) -> String {
        var lines: [String] = []
        for node in [top] + Array(document.elements(below: top)) where document.isElement(node) {
            guard let role = document.role(of: node), role != "document", simulator.isDisplayed(node) else { continue }
            let depth =
                document.ancestors(of: node).prefix { $0 != top }.filter { ancestor in
                    document.role(of: ancestor).map { $0 != "document" } ?? false
                }.count + (node == top ? 0 : document.role(of: top).map { $0 == "document" ? 0 : 1 } ?? 0)
            lines.append(String(repeating: "  ", count: depth) + line(of: node, role))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(of node: NodeID, _ role: String) -> String {
        var line = role
        guard hidden.isEmpty || !([node] + document.ancestors(of: node)).contains(where: hidden.contains) else {
            return "\(role) \(veil)"
        }
        let name = hiddenTexts(below: node).reduce(document.accessibleName(of: node)) { name, text in
            name.replacing(text, with: veil)
        }
        if !name.isEmpty { line += " \"\(name)\"" }
        if document.controlKind(of: node)?.isTextEntry == true { line += " = \"\(document.value(of: node))\"" }
        if case .select = document.controlKind(of: node) {
            line += " = \"\(document.selectedOptions(of: node).map(document.optionText).joined(separator: ", "))\""
        }
        if document.isChecked(node), role != "option" { line += " (checked)" }
        if document.isDisabled(node) { line += " (disabled)" }
        if document.activeElement == node { line += " (focused)" }
        return line
    }

    /// The texts of masked elements within another, whose name they may be a part of.
    private func hiddenTexts(below node: NodeID) -> [String] {
        let page = VisiblePage(simulator: simulator)
        return hidden.filter { document.contains(node, $0) }.map(page.text).filter { !$0.isEmpty }.sorted()
    }
}
