import HTMLTree

/// Writes what a document holds, without what may differ: the names of roots, the order of attributes, and where one text
/// ends and the next begins.
struct NormalHTML {
    let document: Document
    private(set) var text = ""

    static func text(of node: NodeID, in document: Document) -> String {
        var writer = NormalHTML(document: document)
        writer.writeContent(of: node)
        return writer.text
    }

    private mutating func writeContent(of node: NodeID) {
        var hasText = false
        for child in document.children(of: node) {
            switch document.kind(of: child) {
            case .text:
                // A mark at the start of a text tells it from the end of the one before.
                if !document.text(of: child).isEmpty, !hasText { text += "'" }
                text += document.text(of: child)
                hasText = hasText || !document.text(of: child).isEmpty
                continue
            case .element: write(child)
            case .comment: text += "<!--\(document.text(of: child))-->"
            case .document, .doctype, .fragment: break
            }
            hasText = false
        }
    }

    private mutating func write(_ element: NodeID) {
        let attributes = document.attributes(of: element)
            .filter { !["data-phx-id", "data-phx-component", "data-phx-view"].contains($0.name) }
            .map { " \($0.name)=\"\($0.value)\"" }
            .sorted()
        text += "<\(document.namespace(of: element)) \(document.name(of: element))\(attributes.joined())>"
        if document.controlKind(of: element) != nil { text += "[\(document.value(of: element))]" }
        // What a text area holds is its value; the browser's client does not always keep the text in its markup up to it.
        guard document.name(of: element) != "textarea" else {
            text += "</>"
            return
        }
        if let content = document.templateContent(of: element) { writeContent(of: content) }
        writeContent(of: element)
        text += "</>"
    }
}
