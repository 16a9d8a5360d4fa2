@testable import HTMLTree

/// Draws a tree as indented lines, one a node or attribute.
struct Outline {
    let document: Document

    func lines(below node: NodeID) -> String {
        var lines: [String] = []
        var pending = document.children(of: node).reversed().map { (node: $0, depth: 0) }
        while let (node, depth) = pending.popLast() {
            let indent = "| " + String(repeating: "  ", count: depth)
            lines.append(indent + line(of: node))
            guard document.isElement(node) else { continue }
            lines += attributeLines(of: node).map { indent + "  " + $0 }
            pending += document.children(of: node).reversed().map { ($0, depth + 1) }
            if let content = document.templateContent(of: node) {
                lines.append(indent + "  content")
                pending += document.children(of: content).reversed().map { ($0, depth + 2) }
            }
        }
        return lines.joined(separator: "\n")
    }

    private func line(of node: NodeID) -> String {
        switch document.kind(of: node) {
        case .text: "\"\(document.text(of: node))\""
        case .comment: "<!-- \(document.text(of: node)) -->"
        case .element: "<\(prefix(of: node))\(document.name(of: node))>"
        case .doctype: doctypeLine(of: node)
        case .document, .fragment: "a \(document.kind(of: node)) in the tree"
        }
    }

    private func doctypeLine(of node: NodeID) -> String {
        let identifiers = ["public", "system"].map { document.attribute($0, of: node) ?? "" }
        if identifiers == ["", ""] { return "<!DOCTYPE \(document.name(of: node))>" }
        return "<!DOCTYPE \(document.name(of: node)) \"\(identifiers[0])\" \"\(identifiers[1])\">"
    }

    private func prefix(of element: NodeID) -> String {
        switch document.namespace(of: element) {
        case .html: ""
        case .svg: "svg "
        case .mathML: "math "
        }
    }

    private func attributeLines(of element: NodeID) -> [String] {
        let isForeign = document.namespace(of: element) != .html
        return document.attributes(of: element)
            .map { (isForeign ? Self.foreignNames[$0.name] ?? $0.name : $0.name, $0.value) }
            .sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
            .map { "\($0)=\"\($1)\"" }
    }

    /// The attributes that have a namespace in foreign elements, as the conformance tests write them.
    private static let foreignNames = Dictionary(
        uniqueKeysWithValues: [
            "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
            "xml:lang", "xml:space", "xmlns:xlink",
        ].map { ($0, $0.split(separator: ":").joined(separator: " ")) } + [("xmlns", "xmlns xmlns")]
    )
}
