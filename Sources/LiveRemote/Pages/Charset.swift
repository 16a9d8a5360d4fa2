import Basics

/// How bytes stand for text, as far as pages use it (WHATWG Encoding; HTML, "Determining the character encoding").
enum Charset: Equatable {
    case utf8
    case utf16(isBigEndian: Bool)
    /// What the web takes for ISO-8859-1, too.
    case windows1252

    /// The names that are looked for in the beginning of a page.
    private static let metaReach = 1024

    private init?(label: String) {
        switch label.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
        case "utf-16", "utf-16le", "unicode", "ucs-2": self = .utf16(isBigEndian: false)
        case "utf-16be": self = .utf16(isBigEndian: true)
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252", "ascii",
            "us-ascii":
            self = .windows1252
        default: return nil
        }
    }

    /// The text of a body: its byte order mark tells how to read it, else the header, else the page itself.
    ///
    /// What is said to be in another encoding is read as UTF-8; what is none becomes U+FFFD.
    static func text(of bytes: [UInt8], label: String?, isHTML: Bool = false) -> String {
        let (marked, length) = mark(of: bytes)
        let charset = marked ?? label.flatMap { Charset(label: $0) } ?? (isHTML ? meta(in: bytes) : nil) ?? .utf8
        let content = bytes.dropFirst(length)
        switch charset {
        case .utf8: return String(decoding: content, as: UTF8.self)
        case .utf16(let isBigEndian): return String(decoding: units(of: content, isBigEndian), as: UTF16.self)
        case .windows1252:
            var scalars = String.UnicodeScalarView()
            for byte in content {
                scalars.append((0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
            }
            return String(scalars)
        }
    }

    private static func mark(of bytes: [UInt8]) -> (Charset?, length: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        return (nil, 0)
    }

    /// What a `<meta>` element at the beginning of a page says, by `charset` itself or within `content`.
    private static func meta(in bytes: [UInt8]) -> Charset? {
        let start = String(decoding: bytes.prefix(metaReach).map(\.asciiLowercased), as: UTF8.self)
        for tag in start.split(separator: "<meta", omittingEmptySubsequences: false).dropFirst() {
            let tag = tag.prefix { $0 != ">" }
            guard let place = tag.firstRange(of: "charset")?.upperBound else { continue }
            let value = tag[place...].drop { $0 == " " || $0 == "\n" || $0 == "\t" }
            guard value.hasPrefix("=") else { continue }
            let name = value.dropFirst().drop { " \n\t\"'".contains($0) }.prefix { !" \n\t\"';/".contains($0) }
            // Whoever could read this far has no UTF-16 before him.
            switch Charset(label: String(name)) {
            case .utf16: return .utf8
            case let charset: return charset
            }
        }
        return nil
    }

    private static func units(of bytes: ArraySlice<UInt8>, _ isBigEndian: Bool) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var rest = bytes
        while let first = rest.popFirst() {
            guard let second = rest.popFirst() else {
                units.append(0xFFFD)
                break
            }
            let (high, low) = isBigEndian ? (first, second) : (second, first)
            units.append(UInt16(high) << 8 | UInt16(low))
        }
        return units
    }

    /// The characters of windows-1252 from 0x80 to 0x9F.
    private static let high: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
        "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
        "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}",
        "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
