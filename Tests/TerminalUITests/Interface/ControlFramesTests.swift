import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

/// Controls in the whole terminal, in a large window and in a small one.
@Suite struct ControlFramesTests {
    private static let page = """
        <title>Booking</title><form><p><label>Name <input name="n" size="12" required></label></p>
        <p><label>Room <select name="r"><optgroup label="House"><option>Attic<option>Cellar</optgroup>\
        <optgroup label="Garden"><option disabled>Shed<option>Tent</optgroup></select></label></p>
        <p><label>From <input type="date" name="d" value="2026-02-28"></label></p></form>
        """

    private static func picture(_ keys: String, columns: Int, rows: Int) throws -> String {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(host: FakeHost(html: page), clock: VirtualClock(), size: size)
        simulator.open("/")
        let interface = Interface(simulator: simulator, size: size) { .zero }
        for key in try Key.sequence(keys) { _ = interface.handle(.key(key)) }
        return interface.frame().text
    }

    /// Some rows of it, without what is blank at their ends.
    private static func rows(_ rows: Range<Int>, of picture: String) -> [String] {
        picture.split(separator: "\n", omittingEmptySubsequences: false)[rows].map { row in
            var row = row.dropFirst(2).dropLast()
            while row.last == " " { row.removeLast() }
            return String(row)
        }
    }

    @Test func `A list opens below its select where there is room`() throws {
        let picture = try Self.picture("tab tab enter down", columns: 80, rows: 24)
        #expect(
            Self.rows(3..<12, of: picture) == [
                "Room [Attic  ▾]",
                "     ╭────────────╮",
                "From │ House      │",
                "     │   • Attic  │",
                "     │     Cellar │",
                "     │ Garden     │",
                "     │     Shed   │",
                "     │     Tent   │",
                "     ╰────────────╯",
            ])
        #expect(picture.contains("enter take option"))
    }

    @Test func `In a small window a list shows a part, and where in it one is`() throws {
        let picture = try Self.picture("tab tab enter", columns: 40, rows: 12)
        #expect(
            Self.rows(3..<10, of: picture) == [
                "Room [Attic  ▾]",
                "     ╭────────────╮",
                "From │ House      │",
                "     │   • Attic  │",
                "     │     Cellar │",
                "     │ Garden     │",
                "     ╰────── 2/6 ─╯",
            ])
    }

    @Test(arguments: [(80, 24, " up step up "), (40, 12, "q quit")])
    func `A date is stepped, and its keys are at the foot where there is room`(
        columns: Int, rows: Int, foot: String
    ) throws {
        let picture = try Self.picture("tab tab tab right up", columns: columns, rows: rows)
        #expect(Self.rows(5..<6, of: picture) == ["From [2026-03-28]"])
        #expect(picture.split(separator: "\n").last?.contains(foot) == true)
    }
}
