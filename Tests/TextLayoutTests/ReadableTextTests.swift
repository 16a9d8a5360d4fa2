import Testing
import TextLayout

@Suite("Words for people")
struct ReadableTextTests {
    @Test(
        "show what would act on a terminal, on one line",
        arguments: [
            ("plain", "plain"), ("a\u{1B}]0;x\u{7}", "a␛]0;x␇"), ("a\nb\r\nc", "a␊b␍␊c"), ("\u{202E}gpj", "‹202E›gpj"),
            ("\u{9B}31m", "‹9B›31m"), ("tab\tbed", "tab␉bed"), ("naïve 名", "naïve 名"),
        ])
    func line(text: String, shown: String) {
        #expect(ReadableText.line(text) == shown)
        #expect(ReadableText.line(shown) == shown, "what is readable stays as it is")
    }

    @Test("cut what is long, and tell how much of it is missing")
    func cut() {
        let long = String(repeating: "é", count: 200)
        #expect(ReadableText.quote(long) == String(repeating: "é", count: 160) + "… (80 more bytes)")
        #expect(ReadableText.line(long) == long)
        #expect(ReadableText.line(String(repeating: "x", count: 1_000_000)).utf8.count < 1300)
        #expect(ReadableText.quote("a" + String(repeating: "\u{301}", count: 100_000)).utf8.count < 200)
    }

    @Test("keep the ends of lines where lines are meant")
    func lines() {
        #expect(ReadableText.lines("a\u{1B}\nb\r\nc\n") == "a␛\nb\nc\n")
        #expect(ReadableText.lines(String(repeating: "x", count: 300_000)).utf8.count < 100_100)
    }
}
