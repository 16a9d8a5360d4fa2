import Basics

/// The named character references, searched in place.
enum NamedReferences {
    /// A reference found at the start of a text.
    struct Match {
        /// The length of the name in bytes, without the semicolon.
        let length: Int
        let endsWithSemicolon: Bool
        /// What the reference stands for: one code point, or two.
        let codePoints: (UInt32, UInt32?)
    }

    /// The longest name that `text` begins with, as WHATWG 13.2.5.73 asks for.
    ///
    /// - Parameter text: What follows the ampersand; it may go on beyond the reference.
    static func longestMatch(in text: ArraySlice<UInt8>) -> Match? {
        if let match = commonMatch(in: text) { return match }
        // No name is longer than 31 letters and digits.
        var candidate = text.prefix(32).prefix(while: \.isASCIIAlphanumeric)
        return table.withUTF8Buffer { table in
            while candidate.count > 1 {
                guard let entry = lastEntry(notAfter: candidate, in: table) else { return nil }
                let common = sharedPrefix(of: candidate, and: entry, in: table)
                guard common == entry.name.count else {
                    candidate = candidate.prefix(common)
                    continue
                }
                let after = candidate.startIndex + common
                let endsWithSemicolon = after < text.endIndex && text[after] == .semicolon
                if endsWithSemicolon || entry.isSemicolonOptional {
                    return Match(
                        length: common,
                        endsWithSemicolon: endsWithSemicolon,
                        codePoints: codePoints(from: entry.name.endIndex + 1, in: table)
                    )
                }
                candidate = candidate.prefix(common - 1)
            }
            return nil
        }
    }

    /// The references that make up nearly all of those in use, found without a search.
    private static func commonMatch(in text: ArraySlice<UInt8>) -> Match? {
        guard let first = text.first else { return nil }
        let name: StaticString
        let codePoint: UInt32
        switch first {
        case UInt8(ascii: "a"): (name, codePoint) = ("amp;", 0x26)
        case UInt8(ascii: "g"): (name, codePoint) = ("gt;", 0x3E)
        case UInt8(ascii: "l"): (name, codePoint) = ("lt;", 0x3C)
        case UInt8(ascii: "n"): (name, codePoint) = ("nbsp;", 0xA0)
        case UInt8(ascii: "q"): (name, codePoint) = ("quot;", 0x22)
        default: return nil
        }
        guard name.withUTF8Buffer({ text.starts(with: $0) }) else { return nil }
        return Match(length: name.utf8CodeUnitCount - 1, endsWithSemicolon: true, codePoints: (codePoint, nil))
    }

    private struct Entry {
        let name: Range<Int>
        let isSemicolonOptional: Bool
    }

    /// The entry with the greatest name that is not greater than `text`, by halving the bytes of the table.
    private static func lastEntry(notAfter text: ArraySlice<UInt8>, in table: UnsafeBufferPointer<UInt8>) -> Entry? {
        var found: Entry?
        var low = 0
        var high = table.count
        while low < high {
            let start = startOfEntry(around: (low + high) / 2, notBefore: low, in: table)
            let entry = entry(at: start, in: table)
            if isNotAfter(entry, text, in: table) {
                found = entry
                low = endOfEntry(from: entry.name.endIndex, in: table)
            } else {
                high = start
            }
        }
        return found
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == .space || byte == .lineFeed }

    private static func startOfEntry(
        around place: Int, notBefore low: Int, in table: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var start = place
        while start > low, !isSeparator(table[start - 1]) { start -= 1 }
        return start
    }

    private static func endOfEntry(from place: Int, in table: UnsafeBufferPointer<UInt8>) -> Int {
        var end = place
        while end < table.count, !isSeparator(table[end]) { end += 1 }
        return min(end + 1, table.count)
    }

    private static func entry(at start: Int, in table: UnsafeBufferPointer<UInt8>) -> Entry {
        var end = start
        while end < table.count, table[end].isASCIIAlphanumeric { end += 1 }
        return Entry(name: start..<end, isSemicolonOptional: end < table.count && table[end] != .semicolon)
    }

    private static func sharedPrefix(
        of text: ArraySlice<UInt8>, and entry: Entry, in table: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var length = 0
        while length < min(text.count, entry.name.count),
            text[text.startIndex + length] == table[entry.name.startIndex + length]
        {
            length += 1
        }
        return length
    }

    private static func isNotAfter(
        _ entry: Entry, _ text: ArraySlice<UInt8>, in table: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let common = sharedPrefix(of: text, and: entry, in: table)
        if common == entry.name.count { return true }
        if common == text.count { return false }
        return table[entry.name.startIndex + common] < text[text.startIndex + common]
    }

    private static func codePoints(from place: Int, in table: UnsafeBufferPointer<UInt8>) -> (UInt32, UInt32?) {
        var values: (UInt32, UInt32?) = (0, nil)
        var value: UInt32 = 0
        var place = place
        while place < table.count, !isSeparator(table[place]) {
            if let digit = table[place].hexDigitValue {
                value = value &<< 4 | UInt32(digit)
            } else {
                values.0 = value
                value = 0
                values.1 = 0
            }
            place += 1
        }
        if values.1 == nil { values.0 = value } else { values.1 = value }
        return values
    }
}
