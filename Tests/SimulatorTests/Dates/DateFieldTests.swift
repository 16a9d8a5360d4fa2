import HTMLTree
import Testing
import TextLayout

@testable import Simulator

@Suite struct DateFieldTests {
    private static func bench(_ attributes: String) -> Bench {
        Bench(
            #"<form id="f" phx-change="c" phx-submit="s"><input id="d" name="d" \#(attributes)><button>Go</button></form>"#
        )
    }

    @Test(arguments: [
        // What is typed in an empty field is what it holds.
        ("type=date", "", "2 0 2 6 0 1 3 1", "2026-01-31"),
        ("type=date", "", "2 0 2 6 - 1 - 3 1", "2026-01-31"),
        ("type=date", "", "2 0 2 6 5 9", "2026-05-09"),
        ("type=date", "", "2 0 2 6 0 2 3 1", "2026-02-03"),
        ("type=date", "", "2 0 2 4 0 2 2 9", "2024-02-29"),
        ("type=date", "", "2 0 2 6 1 5", ""),
        ("type=month", "", "2 0 2 6 1 2", "2026-12"),
        ("type=week", "", "2 0 2 6 W 0 5", "2026-W05"),
        ("type=week", "", "2 0 2 6 5 3", "2026-W53"),
        ("type=week", "", "2 0 2 5 5 3", "2025-W05"),
        ("type=time", "", "9 3 0", "09:30"),
        ("type=time", "", "2 3 : 5 9", "23:59"),
        ("type=time", "", "2 4", ""),
        ("type=time step=1", "", "0 9 3 0 1 5", "09:30:15"),
        ("type=datetime-local", "", "2 0 2 6 0 1 3 1 T 0 9 : 3 0", "2026-01-31T09:30"),
        // Arrows.
        ("type=date", "2026-12-31", "up", "2027-12-31"),
        ("type=date", "2026-12-31", "right up", "2026-01-31"),
        ("type=date", "2026-01-31", "right up", "2026-02-28"),
        ("type=date", "2024-02-29", "up", "2025-02-28"),
        ("type=date", "2026-02-28", "end up", "2026-02-01"),
        ("type=date", "2026-01-31", "end down left down", "2026-12-30"),
        ("type=date max=2026-06-15", "2026-06-01", "right up", "2026-06-15"),
        ("type=date min=2026-06-15", "2026-06-20", "right down", "2026-06-15"),
        ("type=date min=2026-01-05 step=7", "2026-01-26", "end up", "2026-02-02"),
        ("type=date max=2026-06-15", "", "2 0 2 7 0 1 0 1", "2026-06-15"),
        ("type=time step=900", "09:45", "right up", "10:00"),
        ("type=time", "23:59", "up", "00:59"),
        ("type=time", "", "up right up", "00:00"),
        ("type=time", "", "down right down", "23:59"),
        ("type=month", "2026-12", "right up", "2026-01"),
        ("type=week", "2020-W53", "up", "2021-W52"),
        ("type=date", "2026-01-31", "backspace", ""),
        ("type=date", "2026-01-31", "ctrl+u", ""),
        ("type=date", "2026-01-31", "2 0 2", "2026-01-31"),
        ("type=date", "2026-01-31", "x", "2026-01-31"),
    ])
    func `A date is entered part by part and is never an impossible one`(
        attributes: String, value: String, keys: String, result: String
    ) throws {
        let bench = Self.bench("\(attributes) value=\"\(value)\"")
        try bench.press("tab " + keys)
        #expect(try bench.value("#d") == result)
    }

    @Test func `An open part begins with today`() throws {
        let bench = Self.bench("type=date")
        try bench.press("tab up right up right up")
        #expect(try bench.value("#d") == "2026-01-01")
    }

    @Test func `The page hears of whole values, and of an empty one when a part is opened again`() throws {
        let bench = Self.bench("type=date")
        try bench.press("tab 2 0 2 6 0 1 3")
        #expect(bench.host.eventList == ["c d=2026-01-03"])
        try bench.press("1 left backspace")
        #expect(bench.host.eventList == ["c d=2026-01-03", "c d=2026-01-31", "c d="])
        try bench.press("backspace")
        #expect(bench.host.events.count == 3)
    }

    @Test func `What is open is shown by name, and stays while the page is shown anew`() throws {
        let bench = Self.bench("type=date")
        try bench.press("tab 2 0 2 6")
        #expect(bench.simulator.frame().text.hasPrefix("[2026-mm-dd]"))
        bench.host.update("<p>News</p>" + bench.host.html)
        bench.simulator.advance(by: .zero)
        #expect(bench.simulator.frame().text.contains("[2026-mm-dd]"))
    }

    @Test(arguments: [
        ("2 0 2 6 0 2 3 1", #"date field "d": February 2026 has 28 days"#),
        ("2 0 2 6 1 3", #"date field "d": a month is 1 to 12, not 13"#),
        ("2 0 tab", #"date field "d": a year has four digits"#),
        ("q", #"date field "d": it is entered by digits and arrows; "q" is none"#),
    ])
    func `What is not taken is told`(keys: String, notice: String) throws {
        let bench = Self.bench("type=date")
        try bench.press("tab " + keys)
        #expect(bench.simulator.notice == notice)
    }

    @Test(arguments: [
        ("2026-01-31", true, "2026-01-31"), (" 2026-01-31\n", true, "2026-01-31"), ("2026-02-31", false, ""),
        ("soon", false, ""),
    ])
    func `A pasted date is taken whole or not at all`(text: String, isTaken: Bool, value: String) throws {
        let bench = Self.bench("type=date")
        try bench.press("tab")
        #expect(bench.simulator.paste(text) == isTaken)
        #expect(try bench.value("#d") == value)
        #expect((bench.simulator.notice == nil) == isTaken)
    }

    @Test func `A script cannot enter what a person could not`() throws {
        let bench = Self.bench("type=date")
        let field = try bench.one("#d")
        #expect(throws: SimulatorError.self) { try bench.simulator.fill(field, with: "2026-02-31") }
        try bench.simulator.fill(field, with: "2026-02-28")
        #expect(try bench.value("#d") == "2026-02-28")
        #expect(throws: SimulatorError.self) { try bench.simulator.typeText("2026-13") }
    }

    @Test func `A click on a part goes there`() throws {
        let bench = Self.bench(#"type=date value="2026-01-31""#)
        bench.simulator.click(at: Position(column: 10, row: 0))
        try bench.press("down")
        #expect(try bench.value("#d") == "2026-01-30")
    }

    @Test func `One that can only be read says so`() throws {
        let bench = Self.bench(#"type=date value="2026-01-31" readonly"#)
        try bench.press("tab up")
        #expect(bench.simulator.notice == #"date field "d" is read-only"#)
        #expect(try bench.value("#d") == "2026-01-31")
        #expect(bench.host.events.isEmpty)
    }

    @Test func `Enter submits, and arrows and digits are told`() throws {
        let bench = Self.bench(#"type=date value="2026-01-31""#)
        try bench.press("tab")
        let help = bench.simulator.keyHelp.map { "\($0.keys): \($0.does)" }
        #expect(help.contains("up: step up"))
        #expect(help.contains("right: next part"))
        try bench.press("enter")
        #expect(bench.host.eventList == ["s d=2026-01-31"])
    }
}
