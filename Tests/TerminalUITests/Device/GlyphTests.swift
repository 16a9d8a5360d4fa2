import Testing

@testable import TerminalUI

@Suite struct GlyphTests {
    /// As the usual C libraries say.
    private func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: -1
        case 0x300...0x36F, 0x200B...0x200F, 0xFE0F, 0x202A...0x202E: 0
        case 0x1100...0x115F, 0x3000...0xA4CF, 0x1F300...0x1FAFF: 2
        default: 1
        }
    }

    static let cases: [(text: String, width: Int, shown: [String])] = [
        ("a", 1, ["a"]),
        ("漢", 2, ["漢"]),
        ("e\u{301}", 1, ["e\u{301}"]),
        ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", 1, ["e\u{301}\u{302}\u{303}\u{304}"]),
        ("👩‍🚀", 2, ["\u{FFFD}", " "]),
        ("👨‍👩‍👧", 2, ["\u{FFFD}", " "]),
        ("❤\u{FE0F}\u{200D}🔥", 2, ["\u{FFFD}", " "]),
        ("👍🏽", 2, ["\u{FFFD}", " "]),
        ("☝🏽", 2, ["\u{FFFD}", " "]),
        ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2, ["\u{FFFD}", " "]),
        ("🏴", 2, ["🏴"]),
        ("🇫🇷", 2, ["F", "R"]),
        ("❤\u{FE0F}", 2, ["❤", " "]),
        ("❤", 1, ["❤"]),
        ("漢", 1, ["\u{FFFD}"]),
        ("a", 2, ["a", " "]),
        ("", 1, [" "]),
        ("\u{1B}", 1, ["\u{FFFD}"]),
        ("\u{9B}", 1, ["\u{FFFD}"]),
        ("\u{202E}", 1, ["\u{FFFD}"]),
        ("\r\n", 1, ["\u{FFFD}"]),
        ("न\u{93F}", 2, ["न", "\u{93F}"]),
    ]

    @Test("A cell's text becomes what terminals agree about, of the same width", arguments: cases)
    func makesGlyphs(text: String, width: Int, shown: [String]) {
        let glyphs = Glyph.glyphs(of: text, width: width, widthOf: self.width)
        #expect(glyphs.map { String(String.UnicodeScalarView($0.scalars)) } == shown)
        #expect(glyphs.reduce(0) { $0 + $1.width } == width)
        #expect(glyphs.allSatisfy { (1...Glyph.mostScalars).contains($0.scalars.count) })
    }

    @Test func `Without wide characters in the system, what is not ASCII shows as question marks`() {
        let glyphs = Glyph.glyphs(of: "é", width: 1) { $0.isASCII ? 1 : -1 }
        #expect(glyphs == [Glyph(scalars: ["?"], width: 1)])
    }
}
