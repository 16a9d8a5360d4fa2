/// Compares texts byte by byte, as CSS and HTML do, without making new ones.
enum ASCIIText {
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// A text with A to Z made small and all else as it is.
    static func lowercased(_ text: String) -> String {
        text.utf8.contains { lowercased($0) != $0 }
            ? String(decoding: text.utf8.map { lowercased($0) }, as: UTF8.self) : text
    }

    static func equal(_ left: String, _ right: String, ignoringCase: Bool) -> Bool {
        left.utf8.count == right.utf8.count
            && withBytes(left, right) { equal($0, $1, ignoringCase: ignoringCase) }
    }

    static func hasPrefix(_ prefix: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, prefix) { text, prefix in
            text.count >= prefix.count
                && equal(UnsafeBufferPointer(rebasing: text.prefix(prefix.count)), prefix, ignoringCase: ignoringCase)
        }
    }

    static func hasSuffix(_ suffix: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, suffix) { text, suffix in
            text.count >= suffix.count
                && equal(UnsafeBufferPointer(rebasing: text.suffix(suffix.count)), suffix, ignoringCase: ignoringCase)
        }
    }

    static func contains(_ part: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, part) { text, part in
            guard text.count >= part.count else { return false }
            return (0...text.count - part.count).contains { start in
                let piece = UnsafeBufferPointer(rebasing: text[start..<start + part.count])
                return equal(piece, part, ignoringCase: ignoringCase)
            }
        }
    }

    /// Whether a list of words, separated by white space, has a word.
    static func hasWord(_ word: String, in list: String, ignoringCase: Bool) -> Bool {
        withBytes(list, word) { list, word in
            guard !word.isEmpty, !word.contains(where: isWhitespace) else { return false }
            var start = 0
            while start < list.count {
                guard !isWhitespace(list[start]) else {
                    start += 1
                    continue
                }
                var end = start
                while end < list.count, !isWhitespace(list[end]) { end += 1 }
                if end - start == word.count,
                    equal(UnsafeBufferPointer(rebasing: list[start..<end]), word, ignoringCase: ignoringCase)
                {
                    return true
                }
                start = end
            }
            return false
        }
    }

    private static func equal(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, ignoringCase: Bool
    ) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] {
            guard ignoringCase, lowercased(left[index]) == lowercased(right[index]) else { return false }
        }
        return true
    }

    private static func withBytes(
        _ first: String, _ second: String,
        _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        withBytes(first) { first in withBytes(second) { second in body(first, second) } }
    }

    private static func withBytes(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
