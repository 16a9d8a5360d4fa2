/// Compares texts byte by byte, as CSS and HTML do, without making new ones.
package enum ASCIIText {
    /// A text with A to Z made small and all else as it is.
    package static func lowercased(_ text: String) -> String {
        text.utf8.contains(where: \.isASCIIUpper)
            ? String(decoding: text.utf8.map(\.asciiLowercased), as: UTF8.self) : text
    }

    package static func equal(_ left: String, _ right: String, ignoringCase: Bool) -> Bool {
        left.utf8.count == right.utf8.count
            && withBytes(left, right) { equal($0, $1, ignoringCase: ignoringCase) }
    }

    package static func hasPrefix(_ prefix: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, prefix) { text, prefix in
            text.count >= prefix.count
                && equal(UnsafeBufferPointer(rebasing: text.prefix(prefix.count)), prefix, ignoringCase: ignoringCase)
        }
    }

    package static func hasSuffix(_ suffix: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, suffix) { text, suffix in
            text.count >= suffix.count
                && equal(UnsafeBufferPointer(rebasing: text.suffix(suffix.count)), suffix, ignoringCase: ignoringCase)
        }
    }

    package static func contains(_ part: String, in text: String, ignoringCase: Bool) -> Bool {
        withBytes(text, part) { text, part in
            guard text.count >= part.count else { return false }
            return (0...text.count - part.count).contains { start in
                let piece = UnsafeBufferPointer(rebasing: text[start..<start + part.count])
                return equal(piece, part, ignoringCase: ignoringCase)
            }
        }
    }

    /// Whether a list of words, separated by white space, has a word.
    package static func hasWord(_ word: String, in list: String, ignoringCase: Bool) -> Bool {
        withBytes(list, word) { list, word in
            guard !word.isEmpty, !word.contains(where: \.isASCIISpace) else { return false }
            var start = 0
            while start < list.count {
                guard !list[start].isASCIISpace else {
                    start += 1
                    continue
                }
                var end = start
                while end < list.count, !list[end].isASCIISpace { end += 1 }
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
            guard ignoringCase, left[index].asciiLowercased == right[index].asciiLowercased else { return false }
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

extension StringProtocol {
    /// The text without white space at its ends and with one blank for each run of it within (as HTML's "strip and
    /// collapse ASCII whitespace").
    package func foldingWhitespace() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if !byte.isASCIISpace {
                bytes.append(byte)
            } else if let last = bytes.last, last != .space {
                bytes.append(.space)
            }
        }
        if bytes.last == .space { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
