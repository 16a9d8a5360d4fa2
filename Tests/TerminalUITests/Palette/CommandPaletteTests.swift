import Testing
import TextLayout

@testable import TerminalUI

@Suite struct CommandPaletteTests {
    private static let page = "<title>Page</title><p>Hello</p><label>Name <input></label>"

    private func bench(_ columns: Int = 80, _ rows: Int = 24) -> InterfaceBench {
        InterfaceBench(
            Self.page, columns: columns, rows: rows,
            directory: AppDirectory(addresses: ["/", "/settings"], playCommand: "viewfinder play") {
                ["Scenarios/flash.yaml"]
            })
    }

    @Test(
        "It finds actions with their keys, pages and scenarios",
        arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
    func lists(size: Size) throws {
        let bench = bench(size.columns, size.rows)
        try bench.press(":")
        #expect(bench.lines[0].contains("─ Palette ─"))
        bench.type("reload")
        #expect(bench.lines[2].contains("reload the page"))
        #expect(bench.lines[2].contains("r f5"))
        try bench.press("ctrl+u")
        bench.type("settin")
        #expect(bench.lines[2].contains("/settings"))
        try bench.press("ctrl+u")
        bench.type("flash")
        #expect(bench.lines[2].contains("Scenarios/flash.yaml"))
        try bench.press("escape")
        #expect(bench.interface.overlay == nil)
    }

    @Test func `Enter does what is chosen`() throws {
        let bench = bench()
        try bench.press("ctrl+p")
        bench.type("settings")
        try bench.press("enter")
        #expect(bench.interface.simulator.client.address == "/settings")
        #expect(bench.interface.overlay == nil)
        // The page one was at is first among the pages.
        try bench.press(":")
        bench.type("/page")
        #expect(bench.lines[2].contains("recent"))
        try bench.press("escape :")
        bench.type("show the keys")
        try bench.press("enter")
        #expect(bench.frame.text.contains("type to find, Esc closes"))
        try bench.press("escape :")
        bench.type("quit")
        #expect(try bench.press("enter") == .quit)
    }

    @Test func `A scenario's command is told and copied`() throws {
        let bench = bench()
        try bench.press(":")
        bench.type("flashyaml")
        #expect(try bench.press("enter") == .copy("viewfinder play Scenarios/flash.yaml"))
        #expect(bench.foot.contains("play it by: viewfinder play Scenarios/flash.yaml"))
    }

    @Test func `The arrows go round, and a click does what is under it`() throws {
        let bench = bench()
        try bench.press(": up")
        let last = bench.lines
        #expect(last != bench.lines || !last.isEmpty)
        try bench.press("down")
        bench.type("/settings")
        let place = try bench.place(of: "/settings  ")
        try bench.mouse(0, at: Position(column: place.column, row: 2))
        #expect(bench.interface.simulator.client.address == "/settings")
    }

    @Test func `In a field the palette opens by a key that the field has no use for`() throws {
        let bench = bench()
        try bench.press("tab :")
        #expect(bench.interface.overlay == nil)
        try bench.press("ctrl+p")
        #expect(bench.interface.overlay is CommandPalette)
    }
}
