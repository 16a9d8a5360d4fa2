import HTMLTree

/// The declarations in an element's `style`.
enum InlineStyle {
    static func display(of node: NodeID, in document: Document) -> String? {
        declarations(of: node, in: document).last { $0.name == "display" }?.value
    }

    /// Sets the inline `display`, leaving the other declarations; an empty value takes it away.
    static func setDisplay(_ value: String, of node: NodeID, in document: Document) {
        var declarations = declarations(of: node, in: document).filter { $0.name != "display" }
        if !value.isEmpty { declarations.append((name: "display", value: value)) }
        if declarations.isEmpty {
            document.removeAttribute("style", of: node)
        } else {
            let text = declarations.map { "\($0.name): \($0.value);" }.joined(separator: " ")
            document.setAttribute("style", to: text, of: node)
        }
    }

    private static func declarations(of node: NodeID, in document: Document) -> [(name: String, value: String)] {
        (document.attribute("style", of: node) ?? "").split(separator: ";").compactMap { declaration in
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (name: trimmed(parts[0]).lowercased(), value: trimmed(parts[1]))
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
