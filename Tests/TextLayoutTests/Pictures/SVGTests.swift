import Testing

@testable import TextLayout

@Suite struct SVGTests {
    /// The elements of a picture that say something of its cells.
    private func elements(_ frame: Frame, colors: FrameColors = .truecolor) -> [String] {
        frame.svg(colors: colors).split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("<text") || $0.hasPrefix("<rect x")
        }
    }

    @Test func `A picture is whole, and the same each time`() {
        var frame = Frame(rows: [[("Name", .plain)], []], columns: 10)
        frame.cursor = Position(column: 5, row: 1)
        let fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"
        let expected = """
            <svg xmlns="http://www.w3.org/2000/svg" width="90" height="34" viewBox="0 0 90 34">
            <rect width="90" height="34" fill="#15181c"/>
            <g font-family="\(fonts)" font-size="15" fill="#e3e6ea" xml:space="preserve">
            <text x="0" y="13" textLength="36" lengthAdjust="spacingAndGlyphs">Name</text>
            </g>
            <rect x="45" y="17" width="9" height="17" fill="none" stroke="#e3e6ea"/>
            </svg>

            """
        #expect(frame.svg() == expected)
        #expect(frame.svg() == expected)
    }

    @Test func `Each sign that may come from another font is held in its place`() {
        let frame = Frame(rows: [[("┌──┐ab名c", .plain)]], columns: 12)
        let places = elements(frame).map { $0.split(separator: " y=")[0] + $0.split(separator: "Glyphs\"")[1] }
        #expect(
            places == [
                "<text x=\"0\">┌</text>", "<text x=\"9\">──</text>", "<text x=\"27\">┐</text>",
                "<text x=\"36\">ab</text>", "<text x=\"54\">名</text>", "<text x=\"72\">c</text>",
            ])
        #expect(frame.svg().contains("textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\">名"))
    }

    static let looks: [(style: CellStyle, elements: [String])] = [
        (CellStyle(foreground: .palette(1), attributes: .bold), ["fill=\"#e0483e\" font-weight=\"bold\">ab"]),
        (
            CellStyle(foreground: .rgb(red: 1, green: 255, blue: 160), background: .palette(4)),
            ["width=\"18\" height=\"17\" fill=\"#4f86c6\"/>", "fill=\"#01ffa0\">ab"]
        ),
        (CellStyle(attributes: .reverse), ["fill=\"#e3e6ea\"/>", "fill=\"#15181c\">ab"]),
        (
            CellStyle(attributes: [.underline, .strikethrough, .italic, .dim]),
            ["fill-opacity=\"0.6\" font-style=\"italic\" text-decoration=\"underline line-through\">ab"]
        ),
    ]

    @Test("Colours and attributes are seen", arguments: looks)
    func shows(style: CellStyle, elements wanted: [String]) {
        let found = elements(Frame(rows: [[("ab", style)]], columns: 4))
        #expect(found.count == wanted.count)
        for (element, part) in zip(found, wanted) { #expect(element.contains(part)) }
    }

    @Test func `Blanks are written where they are seen`() {
        let frame = Frame(rows: [[("  a b  ", .plain)], [(" x ", CellStyle(attributes: .underline))]], columns: 9)
        let texts = elements(frame).map { $0.split(separator: ">")[1] }
        #expect(texts == ["a b</text", " x </text"])
    }

    @Test func `Colours are the nearest of those there may be`() {
        let frame = Frame(rows: [[("a", CellStyle(foreground: .palette(1), background: .palette(2)))]], columns: 3)
        #expect(elements(frame, colors: .none).allSatisfy { !$0.contains("fill=") })
    }

    @Test func `Text is escaped, and what XML cannot say is replaced`() {
        let frame = Frame(rows: [[("<a&b>\u{FFFE}", .plain)]], columns: 9)
        let svg = frame.svg()
        #expect(svg.contains(">&lt;a&amp;b&gt;</text>"))
        #expect(!svg.contains("\u{FFFE}"))
    }
}
