/// The text of HTML.
enum MarkupText {
    /// The text without comments and tags, white space made one, and character references replaced.
    static func withoutTags(_ html: String) -> String {
        let text = removing(removing(Array(html.utf8), from: "<!--", to: "-->"), from: "<", to: ">")
        return unescaped(TemplateText.words(String(decoding: text, as: UTF8.self)).joined(separator: " "))
    }

    /// The bytes without all stretches from one mark to another.
    private static func removing(_ bytes: [UInt8], from start: StaticString, to end: StaticString) -> [UInt8] {
        let opening = Array(start.description.utf8)
        let closing = Array(end.description.utf8)
        var kept: [UInt8] = []
        var index = 0
        var hasEnd = true
        while index < bytes.count {
            if hasEnd, bytes[index] == opening[0], bytes[index...].starts(with: opening) {
                var stop = index
                while stop < bytes.count, !bytes[stop...].starts(with: closing) { stop += 1 }
                hasEnd = stop < bytes.count
                if hasEnd {
                    index = stop + closing.count
                    continue
                }
            }
            kept.append(bytes[index])
            index += 1
        }
        return kept
    }

    /// The text with its character references replaced: numbers, and the names that texts use.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let replaced = replacement(for: rest[rest.index(after: start)..<end])
            else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result += replaced
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func replacement(for reference: Substring) -> String? {
        guard reference.first == "#" else { return names[String(reference)] }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.map { String(Unicode.Scalar($0) ?? "\u{FFFD}") }
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
        "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "times": "×", "divide": "÷",
        "deg": "°", "plusmn": "±", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶",
        "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "shy": "\u{AD}", "frac12": "½", "szlig": "ß",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "aring": "å", "Aring": "Å", "oslash": "ø", "aelig": "æ",
    ]
}
