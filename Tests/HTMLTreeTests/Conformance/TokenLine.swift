@testable import HTMLTree

/// Writes tokens as lines, for comparison.
enum TokenLine {
    static func startTag(_ name: String, _ attributes: [(String, String)], isSelfClosing: Bool) -> String {
        let list = attributes.sorted { $0.0 < $1.0 }.map { " \($0)=\"\($1)\"" }.joined()
        return "<\(name)\(list)\(isSelfClosing ? "/" : "")>"
    }

    static func endTag(_ name: String) -> String { "</\(name)>" }

    static func comment(_ text: String) -> String { "comment \(text)" }

    static func characters(_ text: String) -> String { "text \(text)" }

    static func doctype(_ name: String?, _ publicID: String?, _ systemID: String?, isCorrect: Bool) -> String {
        "doctype \(name ?? "-") \(publicID ?? "-") \(systemID ?? "-") \(isCorrect)"
    }

    /// The tokens of an input, texts side by side joined.
    static func lines(of tokenizer: Tokenizer) -> [String] {
        var tokenizer = tokenizer
        var lines: [String] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { lines.append(characters(String(decoding: text, as: UTF8.self))) }
            text = []
        }
        while true {
            let token = tokenizer.next(allowsCharacterData: false)
            if case .characters(let bytes) = token {
                text += bytes
                continue
            }
            flush()
            switch token {
            case .startTag(let tag):
                lines.append(
                    startTag(tag.name, tag.attributes.map { ($0.name, $0.value) }, isSelfClosing: tag.isSelfClosing))
            case .endTag(let tag): lines.append(endTag(tag.name))
            case .comment(let text): lines.append(comment(text))
            case .doctype(let doctype):
                lines.append(
                    self.doctype(
                        doctype.name, doctype.publicIdentifier, doctype.systemIdentifier,
                        isCorrect: !doctype.forcesQuirks))
            case .characters: break
            case .endOfInput: return lines
            }
        }
    }
}
