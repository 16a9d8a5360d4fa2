import HTMLTree
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct FilePromptTests {
    private static let page = """
        <form><label for="i">Paper</label> <input type="file" id="i" name="i"></form>
        """

    private func interface() -> Interface {
        let size = Size(columns: 60, rows: 10)
        let simulator = Simulator(host: FakeHost(html: Self.page), clock: VirtualClock(), size: size)
        simulator.open("/")
        return Interface(simulator: simulator, size: size) { .zero }
    }

    private func press(_ names: String, on interface: Interface) throws {
        for key in try Key.sequence(names) { _ = interface.handle(.key(key)) }
    }

    private func lastLine(_ interface: Interface) -> String {
        interface.frame().text.split(separator: "\n").last.map(String.init) ?? ""
    }

    @Test func `A file input shows what is chosen, and Enter asks for a path`() throws {
        let interface = interface()
        #expect(interface.frame().text.contains("Paper [ Choose file… ]  no file chosen"))
        try press("tab enter", on: interface)
        #expect(lastLine(interface).hasPrefix(" File for Paper:"))
        #expect(interface.frame().cursor == Position(column: 17, row: 9))
        _ = interface.handle(.paste(#filePath))
        try press("enter", on: interface)
        #expect(interface.frame().text.contains("[ Choose file… ]  FilePromptTests.swift "))
        #expect(!lastLine(interface).contains("File for"))
    }

    @Test func `Escape chooses nothing, letters belong to the path, and the space bar asks too`() throws {
        let interface = interface()
        try press("tab space q x", on: interface)
        #expect(lastLine(interface).hasPrefix(" File for Paper: qx"))
        try press("backspace left", on: interface)
        #expect(interface.frame().cursor == Position(column: 17, row: 9))
        try press("escape", on: interface)
        #expect(!lastLine(interface).contains("File for"))
        #expect(interface.frame().text.contains("no file chosen"))
    }

    static let mistakes = [
        ("/no/such/file", "there is no file /no/such/file"), ("/", "/ is a folder: Tab shows what is in it"),
        ("/dev/null", "/dev/null is not a file"),
    ]

    @Test(arguments: mistakes)
    func `What cannot be chosen is said above the path, which stays`(path: String, note: String) throws {
        let interface = interface()
        try press("tab enter", on: interface)
        _ = interface.handle(.paste(path))
        try press("enter", on: interface)
        #expect(interface.frame().text.contains("! \(note)"))
        #expect(lastLine(interface).hasPrefix(" File for Paper: \(path)"))
        try press("backspace", on: interface)
        #expect(!interface.frame().text.contains(note))
    }

    @Test func `A long path shows its end`() throws {
        let interface = interface()
        try press("tab enter", on: interface)
        _ = interface.handle(.paste(String(repeating: "a", count: 90) + "/end"))
        #expect(lastLine(interface).contains("aaa/end"))
        #expect(interface.frame().cursor.map { $0.column < 60 } == true)
    }
}
