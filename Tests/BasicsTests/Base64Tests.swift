import Basics
import Testing

@Suite struct Base64Tests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `Bytes become letters with padding`(text: String, letters: String) {
        #expect(Base64.encode(Array(text.utf8)) == letters)
    }

    @Test func `The letters for addresses have no padding, and nothing that means something there`() {
        #expect(Base64.encode([0xFB, 0xFF], alphabet: .url) == "-_8")
        #expect(Base64.encode([0xFB, 0xFF], alphabet: .standard) == "+/8=")
    }
}
