/// Operations on text by Unicode scalars, as Python has them.
enum TemplateText {
    /// Whether two texts are the same scalars, whatever Unicode holds equivalent.
    static func isSame(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        let isSame = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                for index in left.indices where left[index] != right[index] { return false }
                return true
            }
        }
        // Strings that do not lie in one piece are rare, and compared one byte at a time.
        return isSame.flatMap { $0 } ?? left.utf8.elementsEqual(right.utf8)
    }

    /// Whether one text comes before another by the numbers of their scalars.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The number of scalars.
    static func length(_ text: String) -> Int {
        text.utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// The text of a scalar at an index from the start.
    static func scalar(_ text: String, at index: Int) -> String? {
        let scalars = text.unicodeScalars
        guard index >= 0,
            let place = scalars.index(scalars.startIndex, offsetBy: index, limitedBy: scalars.endIndex),
            place < scalars.endIndex
        else { return nil }
        return String(scalars[place])
    }

    /// The first scalars of a text.
    static func prefix(_ text: String, _ count: Int) -> String {
        String(text.unicodeScalars.prefix(max(0, count)))
    }

    /// Each scalar as a text.
    static func scalars(_ text: String) -> [String] { text.unicodeScalars.map { String($0) } }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || (0x1C...0x1F).contains(scalar.value)
            : scalar.properties.isWhitespace
    }

    /// The text without the scalars at its ends that satisfy a condition.
    static func trimmed(
        _ text: String, start: Bool = true, end: Bool = true, where isTrimmed: (Unicode.Scalar) -> Bool = isSpace
    ) -> String {
        var rest = Substring(text).unicodeScalars
        if start { while let first = rest.first, isTrimmed(first) { rest.removeFirst() } }
        if end { while let last = rest.last, isTrimmed(last) { rest.removeLast() } }
        return String(rest)
    }

    /// The lines of a text without their ends (Python's `splitlines`).
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var isOpen = false
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if scalar == "\n", last == "\r" { continue }
            switch scalar {
            case "\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(String(line))
                line = String.UnicodeScalarView()
                isOpen = false
            default:
                line.append(scalar)
                isOpen = true
            }
        }
        if isOpen { lines.append(String(line)) }
        return lines
    }

    /// The text with its first scalar in upper case and the others in lower case.
    static func capitalized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "" }
        return first.properties.titlecaseMapping + String(Substring(text.unicodeScalars.dropFirst())).lowercased()
    }

    /// Replaces a text by another, `limit` times at most; an empty text stands between all scalars.
    static func replacing(_ text: String, _ old: String, with new: String, limit: Int? = nil) -> String {
        let bytes = Array(text.utf8)
        let pattern = Array(old.utf8)
        let replacement = Array(new.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var left = limit.map { $0 < 0 ? Int.max : $0 } ?? Int.max
        var index = 0
        while index < bytes.count {
            if pattern.isEmpty {
                if left > 0, bytes[index] & 0xC0 != 0x80 {
                    result += replacement
                    left -= 1
                }
            } else if left > 0, bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
                result += replacement
                index += pattern.count
                left -= 1
                continue
            }
            result.append(bytes[index])
            index += 1
        }
        if pattern.isEmpty, left > 0 { result += replacement }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parts of a text between separators, `limit` separators at most.
    static func split(_ text: String, by separator: String, limit: Int = -1) -> [String] {
        let bytes = Array(text.utf8)
        let pattern = Array(separator.utf8)
        guard !pattern.isEmpty else { return [text] }
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + pattern.count <= bytes.count, limit < 0 || parts.count < limit {
            if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += pattern.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// The words of a text, divided by any white space.
    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isSpace).map { String(String.UnicodeScalarView($0)) }
    }
}
