import Testing

@testable import TextLayout

@Suite struct TextWidthTests {
    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", 2), ("👩‍👩‍👧", 2), ("🇯🇵", 2), ("🇯", 1), ("❤", 1), ("❤\u{FE0F}", 2), ("👍🏽", 2), ("1️⃣", 2), ("✓", 1), ("─", 1),
        ("█", 1), ("\u{1B}", 0), ("क", 1), ("กำ", 2),
    ])
    func `a grapheme cluster takes as many cells as terminals give it`(character: Character, cells: Int) {
        #expect(TextWidth.width(of: character) == cells)
    }

    @Test(arguments: [("", 0), ("Name", 4), ("日本 ok", 7), ("naïve", 5)])
    func `a text takes the cells of its clusters`(text: String, cells: Int) {
        #expect(TextWidth.width(of: text) == cells)
    }
}
