import Testing
import TextLayout

@testable import TerminalUI

@Suite struct StyledTextTests {
    static let cuts: [(text: String, columns: Int, result: String)] = [
        ("hello", 5, "hello"),
        ("hello", 4, "hel…"),
        ("hello", 1, "…"),
        ("hello", 0, ""),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 4, "漢…"),
    ]

    @Test("What does not fit ends in an ellipsis", arguments: cuts)
    func shortens(text: String, columns: Int, result: String) {
        let cut = StyledText(text).cut(to: columns)
        #expect(cut.text == result)
        #expect(cut.width <= columns)
    }

    static let wraps: [(text: String, columns: Int, lines: [String])] = [
        ("short", 10, ["short"]),
        ("one two three four", 9, ["one two", "  three", "  four"]),
        ("abcdefghij", 4, ["abcd", "  ef", "  gh", "  ij"]),
        ("  key: a long value", 12, ["  key: a", "    long", "    value"]),
        ("漢字漢字漢", 4, ["漢字", "  漢", "  字", "  漢"]),
        ("ab", 1, ["a", "b"]),
    ]

    @Test("A long line is broken at blanks and goes on further in", arguments: wraps)
    func breaks(text: String, columns: Int, lines: [String]) {
        #expect(StyledText(text).wrapped(to: columns).map(\.text) == lines)
    }

    @Test func `Control characters become visible`() {
        #expect(StyledText("a\u{1B}[31mb").text == "a␛[31mb")
    }

    @Test func `A frame takes what fits and never half a wide character`() {
        var frame = Frame(size: Size(columns: 6, rows: 2))
        frame.draw(StyledText("ab漢字漢"), at: Position(column: 1, row: 0), columns: 6)
        frame.draw(StyledText("beyond"), at: Position(column: 0, row: 5), columns: 6)
        #expect(frame.text == " ab漢…")
    }
}
