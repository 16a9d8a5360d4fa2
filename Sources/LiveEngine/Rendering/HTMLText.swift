/// Escaping of text for HTML, in content and in quoted attribute values alike.
public enum HTMLText {
    /// The text with `& < > " '` as character references; the text itself when it has none of them.
    public static func escaped(_ text: String) -> String {
        guard needsEscape(text) else { return text }
        var html = ""
        html.reserveCapacity(text.utf8.count + 16)
        appendReplaced(text, to: &html)
        return html
    }

    /// Adds a text with `& < > " '` as character references.
    public static func appendEscaped(_ text: String, to html: inout String) {
        if needsEscape(text) { appendReplaced(text, to: &html) } else { html += text }
    }

    private static func needsEscape(_ text: String) -> Bool {
        text.utf8.contains { reference(for: $0) != nil }
    }

    private static func appendReplaced(_ text: String, to html: inout String) {
        var start = text.utf8.startIndex
        for index in text.utf8.indices {
            guard let reference = reference(for: text.utf8[index]) else { continue }
            html += text[start..<index]
            html += reference
            start = text.utf8.index(after: index)
        }
        html += text[start...]
    }

    @inline(__always)
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
