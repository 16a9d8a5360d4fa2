import Basics

/// Tells whether a text is an address of the kinds that fields ask for.
enum Address {
    /// Whether a text is an email address by HTML's rule, which is simpler than that of the mail standards
    /// (WHATWG 4.10.5.1.5).
    static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(isMailboxByte) else { return false }
        return parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        }
    }

    /// Whether a text is an absolute URL: a scheme, and what the scheme asks for after it.
    static func isURL(_ text: String) -> Bool {
        let bytes = Array(text.foldingWhitespace().utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, bytes[0].isASCIILetter else {
            return false
        }
        let isScheme = bytes[..<colon].allSatisfy { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }
        guard isScheme, !bytes.contains(0x20) else { return false }
        let scheme = ASCIIText.lowercased(String(decoding: bytes[..<colon], as: UTF8.self))
        guard ["http", "https", "ftp", "ws", "wss"].contains(scheme) else { return true }
        let host = bytes[(colon + 1)...].drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            .prefix { !"/?#\\".utf8.contains($0) }
        return !host.isEmpty && !host.contains { "<>^|%\"".utf8.contains($0) }
    }

    private static func isMailboxByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }
}
