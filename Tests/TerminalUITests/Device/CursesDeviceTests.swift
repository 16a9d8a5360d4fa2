import Testing
import TextLayout

@testable import TerminalUI

/// ncurses knows one terminal at a time, so these run one after the other.
@Suite(.serialized) struct CursesDeviceTests {
    private func device(
        on terminal: Pseudoterminal, _ environment: [String: String] = ["TERM": "xterm-256color"]
    ) throws(TerminalError) -> CursesDevice {
        try CursesDevice(
            input: terminal.terminal, output: terminal.terminal, environment: environment, usesMouse: true)
    }

    @Test func `A typed letter costs one byte where the cursor is`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        func draw(_ text: String) -> String {
            let lines = [text] + Array(repeating: "", count: 9)
            screen.draw(Frame(columns: 40, lines: lines, cursor: Position(column: text.count, row: 0)))
            return terminal.takeOutput()
        }
        #expect(draw("Ad").contains("Ad"))
        #expect(draw("Ada") == "a")
    }

    @Test func `A letter in a coloured field costs no more than twenty bytes`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        var frame = Frame(size: device.size, fill: Cell(style: CellStyle(background: .palette(8))))
        screen.draw(frame)
        frame.cursor = Position(column: 0, row: 0)
        screen.draw(frame)
        _ = terminal.takeOutput()
        frame[0, 0].text = "a"
        frame.cursor = Position(column: 1, row: 0)
        screen.draw(frame)
        let output = terminal.takeOutput()
        #expect(output.utf8.count <= 20, "\(output.debugDescription)")
    }

    @Test func `Wide characters, marks and stand-ins arrive`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        var frame = Frame(size: device.size)
        frame[0, 0].text = "漢"
        frame[1, 0].text = ""
        frame[2, 0].text = "e\u{301}"
        frame[3, 0].text = "🇫🇷"
        frame[4, 0].text = ""
        frame[5, 0].text = "\u{1B}"
        Screen(device: device).draw(frame)
        #expect(terminal.takeOutput().contains("漢e\u{301}FR\u{FFFD}"))
    }

    @Test func `Colours are left out where NO_COLOR is set, attributes are not`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal, ["TERM": "xterm-256color", "NO_COLOR": "1"])
        defer { device.close() }
        let style = CellStyle(foreground: .palette(1), background: .palette(4), attributes: .bold)
        Screen(device: device).draw(Frame(columns: 40, lines: ["x"], style: style))
        let output = terminal.takeOutput()
        #expect(output.contains(";1mx"))
        #expect(!output.contains("\u{1B}[31"))
    }

    @Test func `More combinations of colours than pairs lose colour until the next repaint, not text`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal, ["TERM": "xterm"])
        defer { device.close() }
        let screen = Screen(device: device)
        var frame = Frame(size: device.size)
        for place in 0..<81 {
            let style = CellStyle(foreground: .palette(UInt8(place % 9)), background: .palette(UInt8(place / 9)))
            frame[place % 40, place / 40] = Cell(text: "x", style: style)
        }
        screen.draw(frame)
        #expect(terminal.takeOutput().count { $0 == "x" } == 81)
    }

    @Test func `Closing gives the terminal back as it was found`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let before = terminal.modes
        let device = try device(on: terminal)
        Screen(device: device).draw(Frame(columns: 40, lines: ["x"]))
        let start = terminal.takeOutput()
        #expect(start.contains("\u{1B}[?1049h"))
        #expect(start.contains("\u{1B}[?2004h"))
        #expect(start.contains("\u{1B}[?1006h"))
        #expect(terminal.modes != before)
        device.close()
        let end = terminal.takeOutput()
        #expect(end.contains("\u{1B}[?1049l"))
        #expect(end.contains("\u{1B}[?2004l"))
        #expect(end.contains("\u{1B}[?1006l"))
        #expect(end.contains("\u{1B}[?25h"))
        #expect(terminal.modes == before)
    }

    @Test func `Suspending gives the terminal back and resuming paints it anew`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let before = terminal.modes
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        let frame = Frame(columns: 40, lines: ["hello"])
        screen.draw(frame)
        let during = terminal.modes
        screen.suspend()
        #expect(terminal.modes == before)
        #expect(terminal.takeOutput().contains("\u{1B}[?1049l"))
        screen.resume()
        screen.draw(frame)
        #expect(terminal.modes == during)
        let output = terminal.takeOutput()
        #expect(output.contains("\u{1B}[?1049h"))
        #expect(output.contains("hello"))
    }

    @Test func `A resize takes up the new size and paints anew`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        screen.draw(Frame(columns: 40, lines: ["hello"]))
        _ = terminal.takeOutput()
        terminal.resize(columns: 60, rows: 20)
        screen.updateSize()
        #expect(screen.size == Size(columns: 60, rows: 20))
        screen.draw(Frame(columns: 60, lines: ["hello", "", String(repeating: " ", count: 55) + "wider"]))
        let output = terminal.takeOutput()
        #expect(output.contains("hello") && output.contains("wider"))
    }

    static let unusable: [(environment: [String: String], error: TerminalError)] = [
        ([:], .terminalNotNamed),
        (["TERM": ""], .terminalNotNamed),
        (["TERM": "no-such-terminal"], .terminalNotKnown(name: "no-such-terminal")),
        (["TERM": "dumb"], .terminalTooSimple(name: "dumb")),
    ]

    @Test("A terminal that cannot be used is refused with the reason", arguments: unusable)
    func refuses(environment: [String: String], error: TerminalError) throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let before = terminal.modes
        #expect(throws: error) { try device(on: terminal, environment) }
        #expect(terminal.modes == before)
        #expect(terminal.takeOutput() == "")
        #expect(!error.message.isEmpty)
    }

    @Test(arguments: [(19, 10), (5, 2), (1, 1)])
    func `A terminal that is too small is taken, to wait for a larger one`(columns: Int, rows: Int) throws {
        let terminal = try #require(Pseudoterminal(columns: columns, rows: rows))
        let before = terminal.modes
        let device = try device(on: terminal)
        Screen(device: device).draw(TooSmallNotice.frame(size: device.size))
        #expect(device.size == Size(columns: columns, rows: rows))
        device.close()
        #expect(terminal.modes == before)
    }

    @Test func `Much that changes comes in one piece, between the marks of synchronised output`() throws {
        let terminal = try #require(Pseudoterminal(columns: 60, rows: 20))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        let lines = (1...20).map { "row \($0) " + String(repeating: "x", count: 40) }
        screen.draw(Frame(columns: 60, lines: Array(repeating: "", count: 20), cursor: nil))
        _ = terminal.takeOutput()
        screen.draw(Frame(columns: 60, lines: lines, cursor: nil))
        let output = terminal.takeOutput()
        #expect(output.hasPrefix("\u{1B}[?2026h"))
        #expect(output.hasSuffix("\u{1B}[?2026l"))
        #expect(output.contains("row 20"))
    }

    @Test func `What others did to the terminal meanwhile is undone when it comes back`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let before = terminal.modes
        let device = try device(on: terminal)
        defer { device.close() }
        let ours = terminal.modes
        device.suspend()
        #expect(terminal.modes == before)
        device.resume()
        #expect(terminal.modes == ours)
    }

    // MARK: - Looks

    @Test func `The terminal is asked for its ground and its widths as it is taken`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let start = terminal.takeOutput()
        #expect(start.contains("\u{1B}]11;?\u{1B}\\"))
        #expect(start.contains("\u{1B}[?2027$p"))
    }

    @Test func `Who wants no colours is not asked for a ground, and a simple terminal for nothing`() throws {
        for environment in [["TERM": "xterm-256color", "NO_COLOR": "yes"], ["TERM": "vt100"]] {
            let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
            let device = try device(on: terminal, environment)
            defer { device.close() }
            #expect(!terminal.takeOutput().contains("]11;?"), "\(environment)")
        }
    }

    @Test func `Roles are drawn in the theme's colours, and in another theme's from the next frame on`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        let style = CellStyle(foreground: .role(.primary), background: .role(.primary))
        let frame = Frame(columns: 40, lines: ["Save"], style: style)
        func colors(_ theme: Theme) -> String {
            screen.use(theme)
            screen.draw(frame)
            return terminal.takeOutput()
        }
        let any = colors(.anyGround)
        let dark = colors(.dark)
        let light = colors(.light)
        #expect(any.contains("Save") && dark.contains("Save") && light.contains("Save"))
        #expect(Set([any, dark, light]).count == 3)
    }

    @Test func `A link is one of the terminal's own, and written again only with its cells`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        let screen = Screen(device: device)
        var frame = Frame(columns: 40, lines: ["go", "x"], cursor: Position(column: 1, row: 1))
        frame.links = ["https://a.example/"]
        frame[0, 0].style.link = 1
        frame[1, 0].style.link = 1
        screen.draw(frame)
        let output = terminal.takeOutput()
        #expect(output.contains("\u{1B}]8;id=1;https://a.example/\u{1B}\\go\u{1B}]8;;\u{1B}\\"))
        frame[0, 1].text = "y"
        screen.draw(frame)
        #expect(!terminal.takeOutput().contains("]8;"))
        frame.links.append("mailto:b@example")
        frame[0, 0].style.link = 2
        screen.draw(frame)
        #expect(terminal.takeOutput().contains("]8;id=2;mailto:b@example\u{1B}\\g\u{1B}]8;;"))
    }

    @Test func `Emoji of several parts come whole where the terminal takes them as one`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        let screen = Screen(device: device)
        var frame = Frame(size: device.size)
        frame[0, 0].text = "👩‍🚀"
        frame[1, 0].text = ""
        screen.draw(frame)
        #expect(!terminal.takeOutput().contains("👩"))
        screen.take(.mode(2027, .off))
        screen.draw(frame)
        let output = terminal.takeOutput()
        #expect(output.contains("\u{1B}[?2027h") && output.contains("👩‍🚀"))
        device.close()
        #expect(terminal.takeOutput().contains("\u{1B}[?2027l"))
    }

    @Test func `A terminal that does not know grapheme clusters gets what all agree about`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal)
        defer { device.close() }
        for mode in [TerminalAnswer.Mode.unknown, .alwaysOff] { #expect(!device.take(.mode(2027, mode))) }
        #expect(!terminal.takeOutput().contains("?2027h"))
    }

    @Test func `Where the locale has no UTF-8 no byte beyond ASCII is written`() throws {
        let terminal = try #require(Pseudoterminal(columns: 40, rows: 10))
        let device = try device(on: terminal, ["TERM": "xterm-256color", "LANG": "C"])
        defer { device.close() }
        var frame = Frame(size: device.size)
        for (column, character) in "╭─ é … 漢".enumerated() { frame[column, 0].text = String(character) }
        frame[8, 0].text = ""
        Screen(device: device).draw(frame)
        let output = terminal.takeOutput()
        #expect(output.utf8.allSatisfy { $0 < 0x80 })
        #expect(output.contains("+- e . ?"), "\(output.debugDescription)")
    }
}
