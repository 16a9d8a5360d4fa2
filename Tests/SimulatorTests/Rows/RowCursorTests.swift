import Testing
import TextLayout

@testable import Simulator

@Suite struct RowCursorTests {
    private static let table = """
        <nav><ul><li><a href=/>Home</a></ul></nav>
        <table><thead><tr><th><a href=?sort>Name</a></th></tr></thead><tbody>
        \((1...9).map { "<tr id=r\($0)><td>Row \($0)</td><td><a id=a\($0) href=/r/\($0)>Open</a></td></tr>" }.joined())
        </tbody></table>
        """

    private static func row(of bench: Bench) -> String? {
        bench.simulator.currentRow.flatMap { bench.document.attribute("id", of: $0) }
    }

    @Test func `j and k go from row to row, and what can be pressed in the row has the focus`() throws {
        let bench = Bench(Self.table)
        try bench.press("j")
        #expect(Self.row(of: bench) == "r1")
        #expect(bench.focus == "a1")
        try bench.press("j j k")
        #expect(bench.focus == "a2")
        // The arrows go on, as long as the cursor is shown.
        try bench.press("down down up")
        #expect(bench.focus == "a3")
        try bench.press("k k k k")
        #expect(bench.focus == "a1")
    }

    @Test func `The cursor keeps its row in view, below the head of the table`() throws {
        let bench = Bench(Self.table, columns: 40, rows: 6)
        for _ in 0..<8 { try bench.press("j") }
        #expect(bench.focus == "a8")
        let frame = bench.simulator.frame().text
        #expect(frame.contains("Row 8"))
        #expect(frame.hasPrefix("Name"))
        for _ in 0..<5 { try bench.press("k") }
        #expect(bench.simulator.frame().text.contains("Row 3"))
    }

    @Test func `A row that only listens to clicks is pressed by Enter`() throws {
        let bench = Bench(
            """
            <table><tr><td phx-click="show" phx-value-id="1">One</td></tr>
            <tr><td phx-click="show" phx-value-id="2">Two</td></tr></table>
            """)
        try bench.press("j j")
        #expect(bench.focus == nil)
        #expect(bench.simulator.keyHelp.contains { $0.keys == "enter" && $0.does == "press the row" })
        try bench.press("enter")
        try bench.press("escape")
        #expect(bench.simulator.currentRow == nil)
    }

    @Test func `Where nothing can be done with rows, j and k do nothing, and the arrows scroll`() throws {
        let bench = Bench((0..<40).map { "<p>Line \($0)</p>" }.joined(), columns: 20, rows: 6)
        #expect(try bench.press("j") == false)
        try bench.press("down")
        #expect(bench.simulator.scrollRow == 1)
    }
}
