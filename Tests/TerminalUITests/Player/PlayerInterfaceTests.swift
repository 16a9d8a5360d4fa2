import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct PlayerInterfaceTests {
    /// A case of four steps, whose pictures are 30x4 and say which step they are of.
    private static func played(
        _ title: String = "Saving", fails: Bool = false, canGoOn: Bool = true
    ) -> PlayedCase {
        let failure = fails ? ["wanted  text \"Saved\"", "found   no such text"] : []
        let steps = [
            PlayedCase.Step(source: "open: /settings", place: "a.yaml:3"),
            PlayedCase.Step(source: "fill: { label: Name, with: Ada }", place: "a.yaml:4", groups: ["Filling"]),
            PlayedCase.Step(source: "submit", place: "a.yaml:5", groups: ["Filling"]),
            PlayedCase.Step(source: "expect: Saved", place: "a.yaml:7", failure: failure),
        ]
        return PlayedCase(
            id: "a.yaml", title: title, steps: steps, ending: fails ? "failed" : "passed", isFailure: fails,
            canGoOn: canGoOn
        ) { step in
            let lines = ["Picture \(step + 1)", "Name [Ada      ]", "", "the last row"]
            return PlayedCase.Moment(
                frame: Frame(columns: 30, lines: lines, cursor: Position(column: 6, row: 1)), title: "Settings",
                address: "/settings", notes: ["at \(step)s"],
                inspection: Inspection(view: "SettingsView", context: ["step": .integer(step)], flash: [:]),
                events: step == 2
                    ? [PlayedCase.Event(kind: "pushed", name: "save", note: "form", value: #"{"name":"Ada"}"#)] : [])
        }
    }

    /// The third step in a terminal of 80x12.
    private static let beside = """
                                        ╭─ Saving ──────────────────── paused  3 of 4 ─╮
                                        │    1 open: /settings                         │
        ╭─ Settin…  /settings ─────────╮│     Filling                                  │
        │Picture 3                     ││    2 fill: { label: Name, with: Ada }        │
        │Name [Ada      ]              ││ ▶  3 submit                                  │
        │                              ││    4 expect: Saved                           │
        │the last row                  ││                                              │
        ╰─ at 2s ──────────────────────╯│                                              │
                                        │                                              │
                                        │                                              │
                                        ╰─ passed ─────────────────────────────────────╯
         space play  right step  left back                    ? help  i inspect  q quit
        """

    private func player(
        _ cases: [PlayedCase] = [played()], columns: Int = 80, rows: Int = 12, isPlaying: Bool = false
    ) -> PlayerInterface {
        PlayerInterface(
            cases: cases, size: Size(columns: columns, rows: rows), interval: .seconds(1), isPlaying: isPlaying)
    }

    @discardableResult
    private func press(_ keys: String, on player: PlayerInterface) throws -> Reaction {
        var reaction = Reaction.none
        for key in keys.split(separator: " ") { reaction = player.handle(.key(try Key(String(key)))) }
        return reaction
    }

    @Test func `The picture stands beside the steps, in its own size`() throws {
        let player = player()
        try press("right right", on: player)
        let text = player.frame().text
        #expect(text == Self.beside)
        #expect(player.frame().cursor != nil)
    }

    @Test func `In a narrow terminal the steps are below, and what of the picture is hidden is told`() throws {
        let player = player(columns: 40, rows: 15)
        let text = player.frame().text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].contains("/settings"))
        #expect(lines[7].hasPrefix("╭─ Saving"))
        let small = self.player(columns: 28, rows: 14)
        #expect(small.frame().text.contains("columns 1-26 of 30"))
        try press("shift+right", on: small)
        #expect(small.frame().text.contains("columns 5-30 of 30"))
        #expect(small.frame().text.contains("│ure 1"))
        try press("shift+left", on: small)
        #expect(small.frame().text.contains("│Picture 1"))
    }

    @Test func `A picture that is cut is scrolled by rows`() throws {
        let player = player(columns: 40, rows: 6)
        #expect(player.frame().text.contains("rows 1-3 of 4"))
        #expect(!player.frame().text.contains("the last row"))
        // Where there is no room for the steps, the present one is told below the picture.
        #expect(player.frame().text.contains("1 of 4  open:"))
        try press("down down", on: player)
        #expect(player.frame().text.contains("rows 2-4 of 4"))
        #expect(player.frame().text.contains("the last row"))
    }

    @Test func `Keys step forward and back, to the first and the last step, and not beyond`() throws {
        let player = player()
        for (keys, step) in [
            ("right", 2), ("right left", 2), ("left left left", 1), ("end", 4), ("right", 4), ("home", 1),
        ] {
            try press(keys, on: player)
            #expect(player.frame().text.contains("Picture \(step)"), "\(keys)")
            #expect(player.frame().text.contains("\(step) of 4"))
        }
    }

    @Test func `It plays at its pace, and the space bar pauses`() throws {
        let player = player(isPlaying: true)
        #expect(player.nextDeadline == .seconds(1))
        player.passTime(to: .milliseconds(999))
        #expect(player.position.step == 0)
        player.passTime(to: .seconds(1))
        #expect(player.position.step == 1)
        #expect(player.frame().text.contains("playing  2 of 4"))
        #expect(player.nextDeadline == .seconds(2))
        try press("space", on: player)
        #expect(player.nextDeadline == nil)
        player.passTime(to: .seconds(9))
        #expect(player.position.step == 1)
        try press("space", on: player)
        player.passTime(to: .seconds(30))
        #expect(player.position.step == 2)
        player.passTime(to: .seconds(31))
        #expect(player.position.step == 3)
        #expect(player.nextDeadline == nil)
        #expect(player.frame().text.contains("paused  4 of 4"))
    }

    @Test func `A key leads to the step that failed, whose failure is shown in full`() throws {
        let player = player([Self.played(fails: true)])
        try press("e", on: player)
        let text = player.frame().text
        #expect(text.contains("▶  4 ✗ expect: Saved"))
        #expect(text.contains("a.yaml:7"))
        #expect(text.contains("wanted  text \"Saved\""))
        #expect(text.contains("found   no such text"))
        #expect(text.contains("─ failed ─"))
        let below = self.player([Self.played(fails: true)], columns: 40, rows: 15)
        try press("e", on: below)
        #expect(below.frame().text.contains("found   no such text"))
    }

    @Test func `The inspector shows what the view held, and what happened in the step`() throws {
        let player = player(rows: 24)
        try press("right right i", on: player)
        let text = player.frame().text
        #expect(text.contains("─ Inspector ─"))
        #expect(text.contains("SettingsView"))
        #expect(text.contains("step: 2"))
        #expect(text.contains("pushed save  form"))
        #expect(text.contains(#"{"name":"Ada"}"#))
        #expect(text.contains("▶  3 submit"))
        try press("left", on: player)
        #expect(player.frame().text.contains("step: 1"))
        #expect(player.frame().text.contains("none in this step"))
        try press("i", on: player)
        #expect(!player.frame().text.contains("SettingsView"))
    }

    @Test func `Going on by hand is offered after the last step, where there is a page`() throws {
        let player = player()
        #expect(!player.frame().text.contains("go on by hand"))
        #expect(try press("enter", on: player) == .none)
        try press("end", on: player)
        #expect(player.frame().text.contains("enter go on by hand"))
        #expect(try press("enter", on: player) == .quit)
        #expect(player.isToGoOn)
        let trace = self.player([Self.played(canGoOn: false)])
        #expect(try press("end enter", on: trace) == .none)
        #expect(!trace.frame().text.contains("go on"))
    }

    @Test func `Other cases of the file are a key away`() throws {
        let player = player([Self.played("First"), Self.played("Second")])
        try press("p right n", on: player)
        #expect(player.frame().text.contains("Second"))
        #expect(player.frame().text.contains("case 2 of 2"))
        #expect(player.frame().text.contains("Picture 1"))
        try press("n p", on: player)
        #expect(player.frame().text.contains("First"))
    }

    @Test func `The help tells every key that does something now`() throws {
        let player = player(columns: 100, rows: 40)
        try press("?", on: player)
        let text = player.frame().text
        #expect(text.contains("to the last step"))
        #expect(!text.contains("to the step that failed"))
        #expect(try press("escape", on: player) == .none)
        #expect(!player.frame().text.contains("type to find, Esc closes"))
        #expect(try press("q", on: player) == .quit)
        #expect(!player.isToGoOn)
    }

    @Test func `A click on a step shows it`() throws {
        let player = player()
        let lines = player.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("3 submit") })
        _ = player.handle(.mouse(try #require(MouseEvent(code: 0, column: 50, row: row + 1, isRelease: false))))
        #expect(player.frame().text.contains("Picture 3"))
    }

    @Test func `No size of the terminal is too small or too large, whatever is shown`() throws {
        for columns in [1, 19, 20, 37, 60, 120, 300] {
            for rows in [1, 5, 6, 9, 13, 14, 30, 100] {
                let player = player([Self.played(fails: true)], columns: columns, rows: rows)
                try press("end i alt+down pagedown l down shift+right i e pageup alt+up ?", on: player)
                #expect(player.frame().size == Size(columns: columns, rows: rows))
                player.resize(Size(columns: rows, rows: columns))
                try press("? left", on: player)
                #expect(player.frame().size == Size(columns: rows, rows: columns))
            }
        }
    }

    @Test func `A long list of steps follows the present one, and is scrolled by keys`() throws {
        let steps = (1...500).map { PlayedCase.Step(source: "press: \($0)", place: "a.yaml:\($0)") }
        let long = PlayedCase(
            id: "a", title: "Long", steps: steps, ending: "passed", isFailure: false, canGoOn: false
        ) { _ in PlayedCase.Moment(frame: Frame(columns: 20, lines: ["x"]), title: "", address: "/") }
        let player = player([long])
        try press("end", on: player)
        #expect(player.frame().text.contains("▶ 500 press: 500"))
        try press("alt+up pageup", on: player)
        #expect(!player.frame().text.contains("press: 500"))
        try press("pagedown pagedown", on: player)
        #expect(player.frame().text.contains("▶ 500 press: 500"))
        try press("home", on: player)
        #expect(player.frame().text.contains("▶  1 press: 1"))
    }
}
