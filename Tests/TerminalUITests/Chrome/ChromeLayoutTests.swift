import Testing
import TextLayout

@testable import TerminalUI

@Suite struct ChromeLayoutTests {
    @Test func `The page has all but the last row and a border and padding`() {
        let layout = ChromeLayout(size: Size(columns: 80, rows: 24), showsInspector: false)
        #expect(layout.page == Rect(column: 0, row: 0, columns: 80, rows: 23))
        #expect(layout.pageContent == Rect(column: 2, row: 1, columns: 76, rows: 21))
        #expect(layout.inspector == nil)
        #expect(layout.statusRow == 23)
    }

    @Test func `In a wide terminal the inspector is beside the page`() {
        let layout = ChromeLayout(size: Size(columns: 120, rows: 40), showsInspector: true)
        #expect(layout.page == Rect(column: 0, row: 0, columns: 72, rows: 39))
        #expect(layout.inspector == Rect(column: 72, row: 0, columns: 48, rows: 39))
    }

    @Test func `In a narrow terminal the inspector is below the page`() {
        let layout = ChromeLayout(size: Size(columns: 80, rows: 24), showsInspector: true)
        #expect(layout.page == Rect(column: 0, row: 0, columns: 80, rows: 14))
        #expect(layout.inspector == Rect(column: 0, row: 14, columns: 80, rows: 9))
    }

    @Test(arguments: [(99, 80), (100, 40), (120, 40)])
    func `The inspector is beside the page from 100 columns on`(columns: Int, rows: Int) {
        let layout = ChromeLayout(size: Size(columns: columns, rows: rows), showsInspector: true)
        #expect((layout.inspector?.origin.row == 0) == (columns >= 100))
    }

    @Test func `The share of the inspector is as wanted`() {
        let beside = ChromeLayout(size: Size(columns: 120, rows: 40), showsInspector: true, share: 60)
        #expect(beside.inspector?.size.columns == 72)
        let below = ChromeLayout(size: Size(columns: 80, rows: 24), showsInspector: true, share: 60)
        #expect(below.inspector?.size.rows == 13)
    }

    @Test func `In a tiny terminal the inspector has it alone`() {
        let layout = ChromeLayout(size: ChromeLayout.smallest, showsInspector: true)
        #expect(layout.page == nil)
        #expect(layout.inspector == Rect(column: 0, row: 0, columns: 20, rows: 5))
    }

    @Test("Nothing overlaps and nothing is left over, whatever the size")
    func fills() {
        for columns in stride(from: 20, through: 260, by: 7) {
            for rows in 6...70 {
                for (showsInspector, share) in [(false, 40), (true, 20), (true, 40), (true, 80)] {
                    let size = Size(columns: columns, rows: rows)
                    let layout = ChromeLayout(size: size, showsInspector: showsInspector, share: share)
                    let areas = [layout.page, layout.inspector].compactMap { $0 }
                    let cells = areas.reduce(0) { $0 + $1.size.columns * $1.size.rows }
                    #expect(cells == columns * (rows - 1))
                    #expect(areas.allSatisfy { $0.size.columns >= 20 && $0.size.rows >= 5 })
                }
            }
        }
    }
}
