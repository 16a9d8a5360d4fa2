import Testing

@testable import TextLayout

/// White space, line breaking and alignment.
@Suite struct TextFlowTests {
    @Test(arguments: [
        ("<p>  one \n two  ", 20, "one two"),
        ("<p>one two three", 8, "one two\nthree"),
        ("<p>one<b>two</b>three four", 12, "onetwothree\nfour"),
        ("<p>well-known e-mail", 8, "well-\nknown e-\nmail"),
        ("<p>-v and a-", 20, "-v and a-"),
        ("<p>abcdefghij", 4, "abcd\nefgh\nij"),
        ("<p>日本語です", 6, "日本語\nです"),
        ("<p>日本。語", 4, "日\n本。\n語"),
        ("<p>日本語", 3, "日\n本\n語"),
        ("<p>a<br>b<br><br>c", 10, "a\nb\n\nc"),
        ("<p>no&nbsp;break here", 9, "no break\nhere"),
        ("<pre>a  b\n\tc</pre>", 20, "  a  b\n          c"),
        ("<pre>long line here</pre>", 8, "  long\n  line\n  here"),
        ("<p style='text-align:right'>ab", 5, "   ab"),
        ("<p style='text-align:center'>ab", 6, "  ab"),
        ("<p style='text-transform:uppercase'>straße", 10, "STRASSE"),
        ("<p style='text-transform:capitalize'>ada lovelace", 20, "Ada Lovelace"),
        ("<p class=truncate>one two three", 8, "one two…"),
        ("<p style='white-space:nowrap'>one two three", 8, "one two\nthree"),
        ("<p style='white-space:pre-line'>a\n  b", 8, "a\nb"),
        ("<p>a <span style='padding:0 1ch'>b</span> c", 12, "a  b  c"),
        ("<p>x<sup>2</sup> <kbd>F1</kbd> <q>hi</q> <del>no</del>", 40, "x^2 [F1] “hi” [-no-]"),
        ("<p><img src=x alt='A cat'> <img src=x alt=''><img src=y>", 40, "[A cat] [picture]"),
        ("<p>bad \u{1B}[2J\u{202E}text", 40, "bad ␛[2J‹202E›text"),
    ])
    func `text flows into lines`(html: String, columns: Int, expected: String) {
        #expect(Picture(html, columns: columns).text == expected)
    }

    @Test func `half a wide character at the edge becomes a blank`() {
        let picture = Picture("<p class=truncate style='text-overflow:clip'>日本語", columns: 5)
        #expect(picture.frame().row(0).map(\.text) == ["日", "", "本", "", " "])
    }

    @Test func `a paragraph that is cut by the frame's edge leaves no half characters`() {
        let picture = Picture("<p>a日本", columns: 8)
        var frame = Frame(size: Size(columns: 4, rows: 1))
        picture.page.paint(into: &frame, area: Rect(column: 0, row: 0, columns: 4, rows: 1), scroll: 0)
        #expect(frame.row(0).map(\.text) == ["a", "日", "", " "])
    }
}
