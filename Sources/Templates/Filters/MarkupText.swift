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

    /// The text with its character references replaced: numbers, and the names of HTML 4.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let start = rest.firstIndex(of: "&") {
            result.append(contentsOf: rest[..<start])
            rest = rest[rest.index(after: start)...]
            if rest.first == "#" {
                replaceNumber(&rest, in: &result)
            } else {
                replaceName(&rest, in: &result)
            }
        }
        result.append(contentsOf: rest)
        return String(result)
    }

    private static func replaceName(
        _ rest: inout Substring.UnicodeScalarView, in result: inout String.UnicodeScalarView
    ) {
        let name = rest.prefix(32).prefix { !"\t\n\u{C} <&#;".unicodeScalars.contains($0) }
        if rest[name.endIndex...].first == ";", let scalar = CharacterReferences.character(named: String(name)) {
            result.append(scalar)
            rest = rest[name.endIndex...].dropFirst()
        } else if let open = CharacterReferences.openName(at: name),
            let scalar = CharacterReferences.character(named: open)
        {
            result.append(scalar)
            rest = rest.dropFirst(open.unicodeScalars.count)
        } else {
            result.append("&")
        }
    }

    private static func replaceNumber(
        _ rest: inout Substring.UnicodeScalarView, in result: inout String.UnicodeScalarView
    ) {
        let isHexadecimal = rest.dropFirst().first == "x" || rest.dropFirst().first == "X"
        let digits = rest.dropFirst(isHexadecimal ? 2 : 1).prefix {
            "0"..."9" ~= $0 || (isHexadecimal && ("a"..."f" ~= $0 || "A"..."F" ~= $0))
        }
        guard !digits.isEmpty else {
            result.append("&")
            return
        }
        rest = rest[digits.endIndex...]
        if rest.first == ";" { rest.removeFirst() }
        let code = UInt32(String(digits), radix: isHexadecimal ? 16 : 10) ?? .max
        result.append(code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}")
    }
}
