import Testing

@testable import TextLayout

@Suite struct ANSITests {
    static let red = CellStyle(foreground: .palette(1))
    static let bright = CellStyle(foreground: .palette(12), background: .palette(9))
    static let orange = Color.rgb(red: 255, green: 136, blue: 3)

    static let rows: [(parts: [(String, CellStyle)], text: String)] = [
        ([("Ada", .plain)], "Ada"),
        ([("a", .plain), ("b", red), ("c", .plain)], "a~[31mb~[0mc"),
        ([("ab", red)], "~[31mab~[0m"),
        ([("a", bright)], "~[94;101ma~[0m"),
        // A blank shows no ink, so nothing is said of it.
        ([("a", red), ("  ", .plain), ("b", red)], "~[31ma  b~[0m"),
        ([("a", .plain), ("   ", .plain)], "a"),
        ([("a", .plain), ("  ", CellStyle(background: .palette(4)))], "a~[44m  ~[0m"),
        ([("  ", CellStyle(attributes: .underline))], "~[4m  ~[0m"),
        ([("  ", CellStyle(attributes: .reverse)), ("a", .plain)], "~[7m  ~[0ma"),
        // One attribute less is said as that, or from the beginning where it is shorter.
        (
            [
                ("a", CellStyle(foreground: orange, attributes: [.bold, .underline])),
                ("b", CellStyle(foreground: orange, attributes: .bold)),
            ], "~[1;4;38;2;255;136;3ma~[24mb~[0m"
        ),
        (
            [
                ("a", CellStyle(foreground: .palette(1), attributes: [.bold, .dim])),
                ("b", CellStyle(foreground: .palette(1), attributes: .dim)),
            ], "~[1;2;31ma~[22;2mb~[0m"
        ),
        (
            [
                ("a", CellStyle(foreground: .palette(1), background: .palette(2), attributes: [.bold, .italic])),
                ("b", CellStyle(attributes: .strikethrough)),
            ], "~[1;3;31;42ma~[0;9mb~[0m"
        ),
        ([("名", red), ("!", .plain)], "~[31m名~[0m!"),
        ([("👩‍👩‍👧‍👦", .plain), ("e\u{301}", red)], "👩‍👩‍👧‍👦~[31me\u{301}~[0m"),
    ]

    @Test("Styles change with as little as a terminal needs", arguments: rows)
    func writesRow(parts: [(String, CellStyle)], text: String) {
        let frame = Frame(rows: [parts], columns: 12)
        #expect(frame.ansi().replacing("\u{1B}", with: "~") == text)
    }

    @Test func `Rows stand for themselves, and those at the end that are empty are left out`() {
        let frame = Frame(rows: [[("a", Self.red)], [], [("b", Self.red)], []], columns: 5)
        #expect(frame.ansi() == "\u{1B}[31ma\u{1B}[0m\n\n\u{1B}[31mb\u{1B}[0m")
    }

    static let limits: [(colors: FrameColors, text: String)] = [
        (.none, "~[1ma~[0m"), (.sixteen, "~[1;33;44ma~[0m"), (.twoHundredFiftySix, "~[1;38;5;208;44ma~[0m"),
        (.truecolor, "~[1;38;2;255;136;3;44ma~[0m"),
    ]

    @Test("Colours are the nearest of those there may be, and attributes stay", arguments: limits)
    func limitsColors(colors: FrameColors, text: String) {
        let style = CellStyle(foreground: Self.orange, background: .palette(4), attributes: .bold)
        let frame = Frame(rows: [[("a", style)]], columns: 3)
        #expect(frame.ansi(colors: colors).replacing("\u{1B}", with: "~") == text)
    }

    @Test("Text never vanishes in its ground", arguments: [FrameColors.sixteen, .twoHundredFiftySix])
    func keepsContrast(colors: FrameColors) {
        let style = CellStyle(
            foreground: .rgb(red: 252, green: 252, blue: 252), background: .rgb(red: 255, green: 255, blue: 255))
        let limited = colors.limit(style)
        #expect(limited.foreground == .palette(0))
        #expect(limited.background != .standard)
        #expect(colors.limit(limited) == limited)
    }

    @Test func `Limited colours are the same when they are limited again`() {
        for value in stride(from: UInt8(0), through: 250, by: 25) {
            let style = CellStyle(foreground: .rgb(red: value, green: 255 - value, blue: value / 2))
            for colors in FrameColors.allCases { #expect(colors.limit(colors.limit(style)) == colors.limit(style)) }
        }
    }
}
