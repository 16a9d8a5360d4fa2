import Testing
import TextLayout

@testable import TerminalUI

@Suite struct DirectCellsTests {
    private func bytes(
        _ cells: [(text: String, width: Int, link: UInt16, column: Int)], links: [String]
    ) -> String {
        var direct = DirectCells()
        for cell in cells {
            let style = CellStyle(foreground: .palette(4), attributes: .underline, link: cell.link)
            direct.add(
                Cell(text: cell.text, style: style), width: cell.width, at: Position(column: cell.column, row: 2))
        }
        let taken = direct.take(links: links) { Rendition($0, depth: .indexed) }
        #expect(direct.isEmpty)
        return String(decoding: taken, as: UTF8.self).replacing("\u{1B}", with: "~")
    }

    @Test func `A link is written as one, and cursor and attributes are as before`() {
        let cells = [("a", 1, UInt16(1), 3), ("b", 1, 1, 4), ("c", 1, 2, 5)].map {
            (text: $0.0, width: $0.1, link: $0.2, column: $0.3)
        }
        #expect(
            bytes(cells, links: ["https://one.example/?a=b", "mailto:x@y"])
                == "~7~[3;4H~[0;4;34m~]8;id=1;https://one.example/?a=b~\\ab~]8;;~\\"
                + "~[3;6H~[0;4;34m~]8;id=2;mailto:x@y~\\c~]8;;~\\~8")
    }

    @Test func `Nothing of an address acts on the terminal`() {
        let text = bytes([(text: "a", width: 1, link: 1, column: 0)], links: ["http://a/\u{1B}\\\u{7}\u{9C} é"])
        #expect(text == "~7~[3;1H~[0;4;34m~]8;id=1;http://a/%1B\\%07%C2%9C%20%C3%A9~\\a~]8;;~\\~8")
    }

    @Test func `A cell that leads nowhere, or to what is not listed, is written without a link`() {
        let cells = [(text: "家", width: 2, link: UInt16(0), column: 0), (text: "x", width: 1, link: 7, column: 2)]
        #expect(bytes(cells, links: []) == "~7~[3;1H~[0;4;34m家~[3;3H~[0;4;34mx~8")
    }

    @Test func `Nothing is written where there is nothing`() {
        var direct = DirectCells()
        #expect(direct.take(links: []) { Rendition($0, depth: .indexed) }.isEmpty)
    }

    static let colors: [(Color, String)] = [
        (.standard, "0"), (.palette(9), "0;91"), (.rgb(red: 255, green: 0, blue: 0), "0;38;2;255;0;0"),
    ]

    @Test(arguments: colors)
    func `Colours are written as the terminal numbers them`(color: Color, codes: String) {
        let depth: ColorDepth = color == .palette(9) ? .sixteen : .direct
        #expect(Rendition(CellStyle(foreground: color), depth: depth).controlSequence == "\u{1B}[\(codes)m")
    }
}
