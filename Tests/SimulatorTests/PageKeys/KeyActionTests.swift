import Testing

@testable import Simulator

@Suite struct KeyActionTests {
    @Test func `Rows of one name have the same keys, and names are of a group and a name`() {
        for row in PageKeyMap.rows {
            #expect(row.name.wholeMatch(of: /[a-z]+\.[a-z0-9-]+/) != nil, "\(row.name)")
            #expect(PageKeyMap.rows.filter { $0.name == row.name }.allSatisfy { $0.keys == row.keys }, "\(row.name)")
        }
        #expect(Set(KeyAction.ofPages.map(\.name)).count == KeyAction.ofPages.count)
    }

    @Test func `A map of keys changes what works and what help says`() throws {
        let bench = Bench((0..<40).map { "<p>Line \($0)</p>" }.joined() + "<input>")
        bench.simulator.keyMap = KeyMap(["scroll.down": [Key(.character("z"))], "edit.undo": []])
        try bench.press("down")
        #expect(bench.simulator.scrollRow == 0)
        try bench.press("z")
        #expect(bench.simulator.scrollRow == 1)
        #expect(bench.simulator.keyHelp.contains { $0.keys == "z" && $0.does == "scroll down" })
        try bench.press("tab a ctrl+/")
        #expect(!bench.simulator.keyHelp.contains { $0.does == "undo" })
    }

    @Test func `Help has the page's own keys, by the label of what listens`() {
        let bench = Bench(
            """
            <div phx-window-keydown="move" phx-key="ArrowUp" aria-label="Move the ship"></div>
            <div phx-window-keydown="dive" phx-key="d"></div>
            <div phx-window-keyup="any"></div>
            """)
        #expect(bench.simulator.pageOwnKeys.map { "\($0.keys): \($0.does)" } == ["up: Move the ship", "d: dive"])
    }
}
