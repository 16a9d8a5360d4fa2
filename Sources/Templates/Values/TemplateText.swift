import Markup

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
        left.withBytes { left in
            right.withBytes { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return left[index] < right[index]
                }
                return left.count < right.count
            }
        }
    }

    /// Whether a text starts with another.
    static func hasPrefix(_ text: String, _ prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }

    /// Whether a text ends in another.
    static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        text.utf8.count >= suffix.utf8.count && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// The number of scalars.
    static func length(_ text: String) -> Int {
        text.withBytes { bytes in
            var continuing = 0
            for byte in bytes where byte & 0xC0 == 0x80 { continuing += 1 }
            return bytes.count - continuing
        }
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
        var left = max(0, count)
        var end = text.utf8.startIndex
        for byte in text.utf8 {
            if byte & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            text.utf8.formIndex(after: &end)
        }
        return String(text[..<end])
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
        if let trimmed = asciiTrimmed(text, start: start, end: end, where: isTrimmed) { return trimmed }
        var rest = Substring(text).unicodeScalars
        if start { while let first = rest.first, isTrimmed(first) { rest.removeFirst() } }
        if end { while let last = rest.last, isTrimmed(last) { rest.removeLast() } }
        return String(rest)
    }

    /// The same for a text whose kept part starts and ends with ASCII; nil for others.
    private static func asciiTrimmed(
        _ text: String, start: Bool, end: Bool, where isTrimmed: (Unicode.Scalar) -> Bool
    ) -> String? {
        text.withBytes { bytes in
            var kept = bytes[...]
            while start, let first = kept.first, first < 0x80, isTrimmed(Unicode.Scalar(first)) { kept.removeFirst() }
            while end, let last = kept.last, last < 0x80, isTrimmed(Unicode.Scalar(last)) { kept.removeLast() }
            guard let first = kept.first, let last = kept.last, first < 0x80, last < 0x80 else { return nil }
            return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
        }
    }

    /// The lines of a text (Python's `splitlines`).
    ///
    /// - Parameter keepsEnds: Whether the lines keep the line breaks at their ends.
    static func lines(_ text: String, keepsEnds: Bool = false) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var isOpen = false
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if scalar == "\n", last == "\r" {
                if keepsEnds { lines[lines.count - 1].unicodeScalars.append(scalar) }
                continue
            }
            switch scalar {
            case "\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
                if keepsEnds { line.append(scalar) }
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

    /// Replaces a text by another, `limit` times at most; an empty text stands between all scalars.
    static func replacing(_ text: String, _ old: String, with new: String, limit: Int? = nil) -> String {
        guard !old.isEmpty else { return spaced(text, with: new, limit: limit) }
        return text.withBytes { bytes in
            old.withBytes { pattern in
                var result = HTMLBuffer(capacity: bytes.count)
                var left = limit.map { $0 < 0 ? Int.max : $0 } ?? Int.max
                var start = 0
                while left > 0, let found = ByteSearch.firstIndex(of: pattern, in: bytes, from: start) {
                    result.append(UnsafeBufferPointer(rebasing: bytes[start..<found]))
                    result.append(new)
                    start = found + pattern.count
                    left -= 1
                }
                result.append(UnsafeBufferPointer(rebasing: bytes[start...]))
                return result.text
            }
        }
    }

    /// A text between all scalars of another, `limit` times at most.
    private static func spaced(_ text: String, with new: String, limit: Int?) -> String {
        var result = ""
        var left = limit.map { $0 < 0 ? Int.max : $0 } ?? Int.max
        for scalar in text.unicodeScalars {
            if left > 0 {
                result += new
                left -= 1
            }
            result.unicodeScalars.append(scalar)
        }
        return left > 0 ? result + new : result
    }

    /// The parts of a text between separators, `limit` separators at most.
    static func split(_ text: String, by separator: String, limit: Int = -1) -> [String] {
        guard !separator.isEmpty else { return [text] }
        return text.withBytes { bytes in
            separator.withBytes { pattern in
                var parts: [String] = []
                var start = 0
                while limit < 0 || parts.count < limit,
                    let found = ByteSearch.firstIndex(of: pattern, in: bytes, from: start)
                {
                    parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
                    start = found + pattern.count
                }
                parts.append(String(decoding: bytes[start...], as: UTF8.self))
                return parts
            }
        }
    }

    /// The byte at which a text stands first in another.
    static func find(_ part: String, in text: String) -> Int? {
        if part.isEmpty { return 0 }
        return text.withBytes { bytes in part.withBytes { ByteSearch.firstIndex(of: $0, in: bytes) } }
    }

    /// The byte at which a text stands last in another.
    static func findLast(_ part: String, in text: String) -> Int? {
        if part.isEmpty { return text.utf8.count }
        return text.withBytes { bytes in part.withBytes { ByteSearch.lastIndex(of: $0, in: bytes) } }
    }

    /// How often a text stands in another, without overlap.
    static func count(_ part: String, in text: String) -> Int {
        if part.isEmpty { return length(text) + 1 }
        return text.withBytes { bytes in
            part.withBytes { pattern in
                var count = 0
                var start = 0
                while let found = ByteSearch.firstIndex(of: pattern, in: bytes, from: start) {
                    count += 1
                    start = found + pattern.count
                }
                return count
            }
        }
    }

    /// The words of a text, divided by any white space.
    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isSpace).map { String(String.UnicodeScalarView($0)) }
    }
}
