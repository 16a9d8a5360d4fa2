import Testing

@testable import TextLayout

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\u{1B}[31mb", "a␛[31mb"), ("\u{7}\u{0}\u{7F}", "␇␀␡"), ("a\nb\tc", "a␊b␉c"),
        ("a\r\nb", "a␍␊b"), ("\u{9B}2J", "‹9B›2J"), ("user\u{202E}gpj.exe", "user‹202E›gpj.exe"),
        ("\u{2066}x\u{2069}", "‹2066›x‹2069›"), ("zero\u{200B}width", "zero‹200B›width"), ("\u{FEFF}x", "‹FEFF›x"),
        ("soft\u{AD}hyphen", "softhyphen"), ("\u{301}x", "◌\u{301}x"), ("👩‍👧", "👩‍👧"), ("❤\u{FE0F}", "❤\u{FE0F}"),
        ("a\u{200D}b", "a‹200D›b"), ("日本語", "日本語"), ("\u{E0041}", "‹E0041›"), ("line\u{2028}end", "line‹2028›end"),
    ])
    func `what would act on a terminal becomes visible`(text: String, expected: String) {
        #expect(VisibleText.make(text) == expected)
    }

    @Test func `no control character is left, whatever the text`() {
        var text = ""
        for value in UInt32(0)..<0x3000 { Unicode.Scalar(value).map { text.unicodeScalars.append($0) } }
        let controls = VisibleText.make(text).unicodeScalars.filter {
            $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
        }
        #expect(controls.isEmpty)
    }

    @Test func `marks without end are cut, so that a cluster stays small`() {
        let text = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(VisibleText.make(text).unicodeScalars.count < 50)
    }

    @Test func `an emoji of too many parts is shown as a placeholder of its width, not as some of them`() {
        let family = Array(repeating: "👩", count: 20).joined(separator: "\u{200D}")
        #expect(family.count == 1)
        #expect(VisibleText.make(family) == "\u{FFFD}\u{FFFD}")
        #expect(VisibleText.make("👩‍👩‍👧") == "👩‍👩‍👧")
    }
}
