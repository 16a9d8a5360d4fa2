import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

/// An interface over a page of a fake host, with short ways to use it.
struct InterfaceBench {
    let interface: Interface

    init(
        _ html: String, columns: Int = 80, rows: Int = 24, path: String = "/page", keys: String? = nil,
        directory: AppDirectory = AppDirectory(), clipboard: ClipboardRoute = .terminal
    ) {
        let size = Size(columns: columns, rows: rows)
        let simulator = Simulator(host: FakeHost(html: html), clock: VirtualClock(), size: size)
        simulator.open(path)
        var options = TerminalOptions()
        options.keyFile = keys.map { KeyFile(text: $0, path: "keys") }
        options.directory = directory
        interface = Interface(simulator: simulator, size: size, options: options, clipboard: clipboard) { .zero }
        _ = interface.frame()
    }

    /// Presses keys, divided by blanks; a word of several letters that is no key is typed.
    @discardableResult
    func press(_ keys: String) throws -> Reaction {
        var reaction = Reaction.none
        for key in try Key.sequence(keys) { reaction = interface.handle(.key(key)) }
        return reaction
    }

    @discardableResult
    func type(_ text: String) -> Reaction {
        var reaction = Reaction.none
        for character in text { reaction = interface.handle(.key(Key(.character(character)))) }
        return reaction
    }

    /// Does something with the left button or the wheel, at a cell of the terminal.
    @discardableResult
    func mouse(_ code: Int, at position: Position, isRelease: Bool = false) throws -> Reaction {
        let event = try #require(
            MouseEvent(code: code, column: position.column + 1, row: position.row + 1, isRelease: isRelease))
        return interface.handle(.mouse(event))
    }

    var frame: Frame { interface.frame() }

    var lines: [String] { frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// The lowest row.
    var foot: String { lines.last ?? "" }

    /// Where a text stands on the terminal.
    func place(of text: String) throws -> Position {
        let row = try #require(lines.firstIndex { $0.contains(text) })
        let before = try #require(lines[row].firstRange(of: text)).lowerBound
        return Position(column: TextWidth.width(of: lines[row][..<before]), row: row)
    }
}
