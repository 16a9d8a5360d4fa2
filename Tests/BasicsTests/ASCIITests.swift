import Basics
import Testing

@Suite("Bytes and texts of ASCII")
struct ASCIITests {
    @Test func `every byte is what its character is`() {
        for byte in UInt8.min...UInt8.max {
            let character = Character(Unicode.Scalar(byte))
            let isASCII = byte < 0x80
            #expect(byte.isASCIILetter == (isASCII && character.isLetter), "\(byte)")
            #expect(byte.isASCIIDigit == (isASCII && character.isNumber), "\(byte)")
            #expect(byte.isASCIIAlphanumeric == (byte.isASCIILetter || byte.isASCIIDigit), "\(byte)")
            #expect(byte.isASCIIUpper == (isASCII && character.isUppercase), "\(byte)")
            #expect(byte.hexDigitValue.map(Int.init) == (isASCII ? character.hexDigitValue : nil), "\(byte)")
            let lowered = isASCII ? character.lowercased().utf8.first : byte
            #expect(byte.asciiLowercased == lowered, "\(byte)")
        }
        #expect((UInt8.min...UInt8.max).filter(\.isASCIISpace) == [0x09, 0x0A, 0x0C, 0x0D, 0x20])
    }

    @Test(arguments: [
        ("", ""), (" \t\n", ""), ("  Ada  Lovelace\n", "Ada Lovelace"), ("ä\u{A0} b", "ä\u{A0} b"),
    ])
    func `white space is folded`(text: String, folded: String) {
        #expect(text.foldingWhitespace() == folded)
    }
}

@Suite("Percent coding")
struct PercentCodingTests {
    @Test(arguments: [
        ("a b&c", "a%20b%26c"), ("ä/~", "%C3%A4%2F~"), ("", ""), ("-._~", "-._~"),
    ])
    func `writes and reads`(text: String, coded: String) {
        #expect(PercentCoding.encode(text) == coded)
        #expect(PercentCoding.decode(Substring(coded).utf8, plusIsSpace: false) == text)
    }

    @Test(arguments: [("%", "%"), ("%4", "%4"), ("%4g", "%4g"), ("%41%", "A%"), ("%ff", "\u{FFFD}"), ("a+b", "a+b")])
    func `leaves what is not well formed`(coded: String, text: String) {
        #expect(PercentCoding.decode(Substring(coded).utf8, plusIsSpace: false) == text)
    }

    @Test func `forms write blanks as plus signs`() {
        #expect(PercentCoding.encode("a b+", spaceAsPlus: true) == "a+b%2B")
        #expect(PercentCoding.decode(Substring("a+b%2B").utf8, plusIsSpace: true) == "a b+")
    }
}
