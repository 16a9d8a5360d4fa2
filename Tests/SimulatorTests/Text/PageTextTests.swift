import Testing
import TextLayout

@testable import Simulator

@Suite struct PageTextTests {
    static let searches: [(html: String, words: String, found: [String])] = [
        // Each match as the cells that it covers, row by row.
        ("<p>The cat sat on the mat</p>", "at", ["5-7,0", "9-11,0", "5-7,1"]),
        ("<p>Cat cat</p>", "cat", ["0-3,0", "4-7,0"]),
        ("<p>Cat cat</p>", "Cat", ["0-3,0"]),
        ("<p>Äpfel und äpfel</p>", "äpfel", ["0-5,0", "10-15,0"]),
        ("<p>漢字 und 漢</p>", "漢", ["0-2,0", "9-11,0"]),
        // Over the end of a line that the words were broken at.
        ("<p>one two three four five six</p>", "three four", ["8-13,0 0-4,1"]),
        ("<p>one <b>two</b> three</p>", "one two three", ["0-4,0 4-7,0 7-13,0"]),
        // Not from one paragraph into the next, nor from cell to cell.
        ("<p>one</p><p>two</p>", "one two", []),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one two", []),
        // What is typed into a field, but no password.
        ("<input value=secret>", "secret", ["1-7,0"]),
        ("<input type=password value=secret>", "secret", []),
        ("<p style='display: none'>gone</p><p style='visibility: hidden'>gone</p>", "gone", []),
        ("<p>aaaa</p>", "aa", ["0-2,0", "2-4,0"]),
        ("<p>x</p>", "", []),
    ]

    @Test("Words are found where they stand", arguments: searches)
    func finds(html: String, words: String, found: [String]) {
        let bench = Bench(html, columns: 15, rows: 4)
        let text = bench.simulator.pageText
        let matches = text.matches(of: words)
        let cells = (0..<matches.count).map { match in
            text.areas(of: match, in: matches).map { area in
                "\(area.columns.lowerBound)-\(area.columns.upperBound),\(area.origin.row)"
            }.joined(separator: " ")
        }
        #expect(cells == found)
    }

    @Test func `The first match from a row on is found, and those in some rows`() {
        let page = (0..<40).map { "<p style='margin: 0'>row \($0)</p>" }.joined()
        let bench = Bench(page, columns: 20, rows: 5)
        let text = bench.simulator.pageText
        let matches = text.matches(of: "row")
        #expect(matches.count == 40)
        #expect(text.firstMatch(in: matches, fromRow: 7).map { text.row(of: $0, in: matches) } == 7)
        #expect(text.matches(matches, inRows: 3..<6) == [3, 4, 5])
        #expect(text.firstMatch(in: matches, fromRow: 40) == nil)
    }

    @Test func `Text is gathered once for each layout`() throws {
        let bench = Bench("<input id=a><p>word</p>")
        let number = bench.simulator.layoutNumber
        _ = bench.simulator.pageText
        #expect(bench.simulator.layoutNumber == number)
        bench.simulator.client.focus(try bench.one("#a"))
        try bench.press("w")
        #expect(bench.simulator.layoutNumber > number)
        #expect(bench.simulator.pageText.matches(of: "w").count == 2)
    }
}
