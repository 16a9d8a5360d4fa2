import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct SearchTests {
    private static let page =
        "<title>Lines</title>"
        + (0..<60).map { "<p style='margin: 0'>Line \($0)\($0 % 20 == 0 ? " with a Needle" : "")</p>" }.joined()
        + "<input name=a>"

    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

    @Test("Hits are marked and counted at each key, and shown", arguments: sizes)
    func searches(size: Size) throws {
        let bench = InterfaceBench(Self.page, columns: size.columns, rows: size.rows)
        try bench.press("/")
        bench.type("needle")
        #expect(bench.foot.hasPrefix(" Search: needle"))
        #expect(bench.foot.hasSuffix(" 1/3"))
        let place = try bench.place(of: "Needle")
        #expect(bench.frame[place.column, place.row].style.background == .role(.currentMatch))
        try bench.press("enter n")
        #expect(bench.lines.contains { $0.contains("Line 20 with a Needle") })
        #expect(bench.foot.contains("n hit 2/3"))
        try bench.press("n n")
        #expect(bench.foot.contains("the search went on from the top"))
        try bench.press("N")
        #expect(bench.foot.contains("the search went on from the bottom"))
        try bench.press("escape")
        #expect(!bench.foot.contains("n hit"))
        #expect(bench.interface.search == nil)
    }

    @Test func `Escape at the prompt leads back to where one was`() throws {
        let bench = InterfaceBench(Self.page, columns: 40, rows: 12)
        try bench.press("down down down /")
        bench.type("Line 59")
        #expect(bench.interface.simulator.scrollRow > 30)
        try bench.press("escape")
        #expect(bench.interface.simulator.scrollRow == 3)
        #expect(bench.interface.search == nil)
    }

    @Test func `The search begins where one is, and a word that is not there is told`() throws {
        let bench = InterfaceBench(Self.page, columns: 40, rows: 12)
        try bench.press("pagedown pagedown pagedown /")
        bench.type("needle")
        #expect(bench.foot.hasSuffix("3/3"))
        bench.type("x")
        #expect(bench.foot.hasSuffix("no hit"))
        try bench.press("enter")
        #expect(bench.foot.contains("needlex is not on this page"))
        // Without words the search before would go on; there is none.
        try bench.press("/ enter")
        #expect(bench.interface.search == nil)
    }

    @Test func `Another page ends the search`() throws {
        let bench = InterfaceBench("<p>word</p><a href='/other'>Next</a>", columns: 40, rows: 12)
        try bench.press("/")
        bench.type("word")
        try bench.press("enter")
        #expect(bench.foot.contains("n hit 1/1"))
        try bench.press("tab enter")
        _ = bench.frame
        #expect(bench.interface.search == nil)
    }

    @Test func `A page that listens to the slash keeps it, and a field types it`() throws {
        let bench = InterfaceBench(
            "<div phx-window-keydown=find phx-key='/'></div><input name=a>", columns: 40, rows: 12)
        try bench.press("/")
        #expect(bench.interface.overlay == nil)
        let field = InterfaceBench(Self.page, columns: 40, rows: 12)
        try field.press("tab /")
        #expect(field.interface.overlay == nil)
        #expect(field.frame.text.contains("[/"))
    }

    @Test func `A search over a page of 100,000 nodes answers each key in time`() throws {
        let page = "<table>" + (0..<33_000).map { "<tr><td>Ship \($0)</td></tr>" }.joined() + "</table>"
        let bench = InterfaceBench(page, columns: 80, rows: 24)
        try bench.press("/")
        let clock = ContinuousClock()
        var slowest = Duration.zero
        for letter in "ship 32999" {
            slowest = max(slowest, clock.measure { _ = (bench.type(String(letter)), bench.frame) })
        }
        #expect(bench.foot.hasSuffix("1/1"))
        // Optimized, a key takes 1 to 5 ms, and gathering the text 20; without, everything takes many times as long.
        #expect(slowest < .seconds(5), "\(slowest)")
    }
}
