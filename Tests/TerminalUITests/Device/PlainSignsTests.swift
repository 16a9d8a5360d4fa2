import Testing

@testable import TerminalUI

@Suite struct PlainSignsTests {
    static let locales: [([String: String], PlainSigns.Extent)] = [
        ([:], .none), (["LANG": "en_GB.UTF-8"], .none), (["LANG": "C.utf8"], .none), (["LANG": "C"], .all),
        (["LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"], .all), (["LC_CTYPE": "ja_JP.eucJP"], .all),
        (["LC_ALL": "", "LANG": "de_DE.UTF-8"], .none),
    ]

    @Test(arguments: locales)
    func `A locale that is named and has no UTF-8 has ASCII`(environment: [String: String], extent: PlainSigns.Extent) {
        #expect(PlainSigns.extent(environment) == extent)
    }

    @Test func `Frames and marks have likenesses of one character`() {
        let signs = PlainSigns(extent: .signs)
        let frame = "╭─ ✗ error ─[1]─╮│ x ░█ ▾ … →│╰─╯═║┼"
        #expect(frame.map { signs.text(String($0)) }.joined() == "+- x error -[1]-+| x .# v . >|+-+=|+")
        #expect(signs.text("é") == "é" && signs.text("漢") == "漢")
    }

    @Test func `Without UTF-8 letters lose their accents, and what has no likeness is a question mark`() {
        let signs = PlainSigns(extent: .all)
        #expect("Ärger, façade, Łódź, œuf".map { signs.text(String($0)) }.joined() == "Arger, facade, Lodz, ouf")
        #expect(signs.text("漢") == "?" && signs.text("👩‍🚀") == "?")
        #expect(PlainSigns(extent: .none).text("─") == "─")
    }
}
