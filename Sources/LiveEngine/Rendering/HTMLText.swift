/// Escaping of text for HTML, in content and in quoted attribute values alike.
public enum HTMLText {
    /// The text with `& < > " '` as character references; the text itself when it has none of them.
    public static func escaped(_ text: String) -> String {
        // Strings from elsewhere may not lie in one piece; a copy does.
        replaced(text) ?? text
    }

    /// Adds a text with `& < > " '` as character references.
    public static func appendEscaped(_ text: String, to html: inout String) {
        html += replaced(text) ?? text
    }

    /// The text with character references; nil when it needs none.
    private static func replaced(_ text: String) -> String? {
        if let result = text.utf8.withContiguousStorageIfAvailable(replaced) { return result }
        return Array(text.utf8).withUnsafeBufferPointer(replaced)
    }

    private static func replaced(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var extra = 0
        for byte in bytes where isSpecial(byte) { extra += reference(for: byte).utf8CodeUnitCount - 1 }
        guard extra > 0 else { return nil }
        return String(unsafeUninitializedCapacity: bytes.count + extra) { html in
            var place = 0
            for byte in bytes {
                guard isSpecial(byte) else {
                    html[place] = byte
                    place += 1
                    continue
                }
                let reference = reference(for: byte)
                for index in 0..<reference.utf8CodeUnitCount { html[place + index] = reference.utf8Start[index] }
                place += reference.utf8CodeUnitCount
            }
            return place
        }
    }

    /// All special characters lie below 64, so one word tells them.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 64 && (specials >> UInt64(byte)) & 1 == 1
    }

    private static let specials: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    private static func reference(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&#34;"
        default: "&#39;"
        }
    }
}
