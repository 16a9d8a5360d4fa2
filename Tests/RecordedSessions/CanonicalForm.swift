import HTMLTree

/// A page as the recordings write it down: one element or text a line, indented by depth, attributes sorted, white space
/// folded, adjacent texts joined; comments and what the client notes in `data-phx-` attributes left out.
package struct CanonicalForm {
    private let document: Document
    /// Whether `style` attributes are shown, each declaration in one form.
    private let showsStyles: Bool
    /// Whether what morphing notes of a field's value in the markup is left out.
    ///
    /// The real client marks whatever option is chosen in a select that it morphs, and puts the text of a text area into
    /// its value alone where it was empty before; neither is to be seen.
    private let leavesOutValues: Bool
    private var lines: [String] = []

    package init(_ document: Document, showsStyles: Bool = false, leavesOutValues: Bool = true) {
        self.document = document
        self.leavesOutValues = leavesOutValues
        self.showsStyles = showsStyles
    }

    /// The form of what is in an element.
    package func text(of element: NodeID) -> String {
        var form = self
        form.writeChildren(of: element, depth: 0)
        return form.lines.joined(separator: "\n")
    }

    /// The form of HTML in a container.
    package static func text(ofHTML html: String, showsStyles: Bool = false, leavesOutValues: Bool = true) -> String {
        let document = Document(parsing: "<body><div>\(html)</div></body>")
        guard let container = document.elements(below: document.root).first(where: { document.name(of: $0) == "div" })
        else { return "" }
        return CanonicalForm(document, showsStyles: showsStyles, leavesOutValues: leavesOutValues)
            .text(of: container)
    }

    /// A recorded form, without what is left out of values.
    package static func withoutValues(_ text: String) -> String {
        var lines: [Substring] = []
        var textAreaDepth: Int?
        for line in text.split(separator: "\n") {
            let depth = line.prefix { $0 == " " }.count
            if let outer = textAreaDepth, depth > outer { continue }
            let tag = line.dropFirst(depth)
            textAreaDepth = tag.hasPrefix("<textarea") ? depth : nil
            if tag.hasPrefix("<option") {
                lines.append(Substring(line.replacing(" selected=", with: "")))
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func writeChildren(of node: NodeID, depth: Int) {
        guard document.name(of: node) != "textarea" || !leavesOutValues else { return }
        var pendingText = ""
        for child in document.children(of: node) {
            switch document.kind(of: child) {
            case .text: pendingText += document.text(of: child)
            case .element:
                writeText(&pendingText, depth: depth)
                lines.append(String(repeating: " ", count: depth) + tag(of: child))
                writeChildren(of: document.templateContent(of: child) ?? child, depth: depth + 1)
            default: continue
            }
        }
        writeText(&pendingText, depth: depth)
    }

    private mutating func writeText(_ text: inout String, depth: Int) {
        let folded = Self.folded(text)
        if !folded.isEmpty { lines.append(String(repeating: " ", count: depth) + folded) }
        text = ""
    }

    private func tag(of element: NodeID) -> String {
        let attributes = document.attributes(of: element)
            .filter { !$0.name.hasPrefix("data-phx-") }
            .filter { !leavesOutValues || $0.name != "selected" || document.name(of: element) != "option" }
            .compactMap { attribute -> String? in
                guard attribute.name == "style" else {
                    return "\(attribute.name)=\(Self.folded(attribute.value))"
                }
                let declarations = Self.declarations(in: attribute.value)
                return showsStyles && !declarations.isEmpty ? "style=\(declarations)" : nil
            }
        return "<" + ([document.name(of: element)] + attributes.sorted()).joined(separator: " ") + ">"
    }

    private static func declarations(in style: String) -> String {
        style.split(separator: ";").map { declaration in
            declaration.split(separator: ":", maxSplits: 1).map { folded(String($0)) }.joined(separator: ": ")
        }
        .filter { !$0.isEmpty }.sorted().joined(separator: "; ")
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }).joined(separator: " ")
    }
}
