import Testing
import TextLayout

@testable import TerminalUI

@Suite struct RenditionTests {
    static let depths: [(colors: Int, isDirect: Bool, environment: [String: String], depth: ColorDepth)] = [
        (-1, false, [:], .monochrome),
        (2, false, [:], .monochrome),
        (8, false, [:], .eight),
        (16, false, [:], .sixteen),
        (88, false, [:], .sixteen),
        (256, false, [:], .indexed),
        (1 << 24, true, [:], .direct),
        (1 << 24, false, [:], .indexed),
        (256, false, ["NO_COLOR": "1"], .monochrome),
        (256, false, ["NO_COLOR": "yes"], .monochrome),
        (256, false, ["NO_COLOR": "false"], .monochrome),
        (256, false, ["NO_COLOR": ""], .indexed),
    ]

    @Test("The terminal's colours and NO_COLOR give the depth", arguments: depths)
    func findsDepth(colors: Int, isDirect: Bool, environment: [String: String], depth: ColorDepth) {
        #expect(ColorDepth(colors: colors, isDirect: isDirect, environment: environment) == depth)
    }

    static let colors: [(color: Color, eight: Int32, sixteen: Int32, indexed: Int32, direct: Int32)] = [
        (.standard, -1, -1, -1, -1),
        (.palette(1), 1, 1, 1, 1),
        (.palette(9), 1, 9, 9, 0xFF0000),
        (.rgb(red: 255, green: 0, blue: 0), 1, 9, 196, 0xFF0000),
        (.rgb(red: 0, green: 0, blue: 0), 0, 0, 16, 0),
        (.rgb(red: 0, green: 0, blue: 5), 0, 0, 16, 0),
        (.rgb(red: 255, green: 255, blue: 255), 7, 15, 231, 0xFFFFFF),
        (.rgb(red: 128, green: 128, blue: 128), -1, 8, 244, 0x808080),
        (.rgb(red: 95, green: 135, blue: 175), -1, 8, 67, 0x5F87AF),
    ]

    @Test("A colour becomes the nearest one that the terminal has", arguments: colors)
    func findsColor(color: Color, eight: Int32, sixteen: Int32, indexed: Int32, direct: Int32) {
        let style = CellStyle(foreground: color)
        #expect(Rendition(style, depth: .monochrome).foreground == -1)
        #expect(Rendition(style, depth: .eight).foreground == eight)
        #expect(Rendition(style, depth: .sixteen).foreground == sixteen)
        #expect(Rendition(style, depth: .indexed).foreground == indexed)
        #expect(Rendition(style, depth: .direct).foreground == direct)
    }

    @Test func `Attributes stay without colour`() {
        let style = CellStyle(foreground: .palette(1), background: .palette(2), attributes: [.bold, .underline])
        let rendition = Rendition(style, depth: .monochrome)
        #expect(rendition.attributes == [.bold, .underline])
        #expect(rendition.foreground == -1 && rendition.background == -1)
    }

    @Test func `Bright colours are bold where there are eight, and bright black is dim`() {
        #expect(Rendition(CellStyle(foreground: .palette(12)), depth: .eight).attributes == .bold)
        #expect(Rendition(CellStyle(foreground: .palette(8)), depth: .eight).attributes == .dim)
    }

    @Test("Text never vanishes in its ground", arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
    func keepsContrast(depth: ColorDepth) {
        let text = Color.rgb(red: 252, green: 252, blue: 252)
        let ground = Color.rgb(red: 255, green: 255, blue: 255)
        let rendition = Rendition(CellStyle(foreground: text, background: ground), depth: depth)
        #expect(rendition.foreground != rendition.background)
    }

    @Test func `Pairs are numbered from one, kept, and given up when there are no more`() {
        var pairs = ColorPairs(limit: 3)
        func number(_ foreground: Int32, _ background: Int32) -> Int32 {
            pairs.number(for: ColorPairs.Colors(foreground: foreground, background: background)).number
        }
        #expect(number(-1, -1) == 0)
        #expect(number(1, -1) == 1)
        #expect(number(2, -1) == 2)
        #expect(number(1, -1) == 1)
        #expect(!pairs.isFull)
        #expect(number(3, -1) == 0)
        #expect(pairs.isFull)
        pairs.removeAll()
        #expect(pairs.number(for: ColorPairs.Colors(foreground: 3, background: -1)) == (1, true))
    }

    static let capabilities: [(capability: String, result: String)] = [
        ("\u{1B}[?5h$<100/>\u{1B}[?5l", "\u{1B}[?5h\u{1B}[?5l"),
        ("abc", "abc"),
        ("$<2>", ""),
        ("a$<", "a$<"),
    ]

    @Test("Capabilities lose the pauses of old terminals", arguments: capabilities)
    func stripsPadding(capability: String, result: String) {
        #expect(TerminalModes.withoutPadding(capability) == result)
    }

    @Test func `A title with control characters cannot break out of its sequence`() {
        #expect(TerminalModes.title("a\u{07}b\u{1B}]0;c\u{9C}d") == "\u{1B}]2;ab]0;cd\u{07}")
    }
}
