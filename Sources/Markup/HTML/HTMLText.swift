/// Escaping of text for HTML, in content and in quoted attribute values alike.
public enum HTMLText {
    /// The text with `& < > " '` as character references; the text itself when it has none of them.
    public static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var html = HTMLBuffer(capacity: text.utf8.count + 16)
        html.appendEscaped(text)
        return html.text
    }

    /// All special characters lie below 64, so one word tells them.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 64 && (specials >> UInt64(byte)) & 1 == 1
    }

    private static let specials: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    /// Where the length of a replacement stands in its word.
    static let lengthShift: UInt64 = 56

    /// What takes the place of each byte: up to five bytes from the lowest on, and in the highest their number.
    ///
    /// Looking every byte up costs no branch, so text is escaped at one speed however much of it is special.
    static let replacements: [UInt64] = (UInt8.min...UInt8.max).map { byte in
        let reference: StaticString? =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&#34;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        guard let reference = reference?.description.utf8 else { return UInt64(byte) | 1 << lengthShift }
        let word = reference.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        return word | UInt64(reference.count) << lengthShift
    }
}
