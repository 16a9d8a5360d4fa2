import Basics

/// A character reference: `&amp;`, `&#38;`, `&#x26;` (WHATWG 13.2.5.72 to 13.2.5.80).
struct CharacterReference {
    /// The length in bytes, the ampersand included.
    let length: Int
    /// What it stands for: one code point, or two.
    private let codePoints: (UInt32, UInt32?)

    /// Reads the reference at an ampersand; nil where the ampersand stands for itself.
    ///
    /// - Parameter isInAttribute: In attribute values an unfinished name before `=`, a letter or a digit is text, so that
    ///   `?a=1&copy=2` keeps its meaning.
    init?(at ampersand: Int, of input: [UInt8], isInAttribute: Bool) {
        let start = ampersand + 1
        guard start < input.count else { return nil }
        if input[start] == .numberSign {
            self.init(numberAfter: start, of: input)
            return
        }
        guard input[start].isASCIIAlphanumeric, let match = NamedReferences.longestMatch(in: input[start...]) else {
            return nil
        }
        let end = start + match.length
        if isInAttribute, !match.endsWithSemicolon, end < input.count,
            input[end] == .equals || input[end].isASCIIAlphanumeric
        {
            return nil
        }
        self.init(length: 1 + match.length + (match.endsWithSemicolon ? 1 : 0), codePoints: match.codePoints)
    }

    /// Appends what it stands for in UTF-8.
    func write(to output: inout [UInt8]) {
        Self.write(codePoints.0, to: &output)
        if let second = codePoints.1 { Self.write(second, to: &output) }
    }

    private static func write(_ codePoint: UInt32, to output: inout [UInt8]) {
        output += UTF8.encode(Unicode.Scalar(codePoint) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }

    private init(length: Int, codePoints: (UInt32, UInt32?)) {
        self.length = length
        self.codePoints = codePoints
    }

    private init?(numberAfter numberSign: Int, of input: [UInt8]) {
        var place = numberSign + 1
        let isHexadecimal = place < input.count && input[place] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { place += 1 }
        let firstDigit = place
        var value: UInt32 = 0
        while place < input.count, let digit = input[place].hexDigitValue.map(UInt32.init), isHexadecimal || digit < 10
        {
            // Beyond Unicode nothing but the excess itself matters.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            place += 1
        }
        guard place > firstDigit else { return nil }
        if place < input.count, input[place] == .semicolon { place += 1 }
        self.init(length: place - (numberSign - 1), codePoints: (Self.replacement(of: value), nil))
    }

    /// The code point that a number stands for: numbers of Windows-1252 are mapped, impossible ones are U+FFFD.
    private static func replacement(of value: UInt32) -> UInt32 {
        if value == 0 || value > 0x10_FFFF || (0xD800...0xDFFF).contains(value) { return 0xFFFD }
        guard (0x80...0x9F).contains(value) else { return value }
        let mapped = windows1252[Int(value - 0x80)]
        return mapped == 0 ? value : mapped
    }

    /// What the numbers 0x80 to 0x9F stand for; 0 for themselves.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
