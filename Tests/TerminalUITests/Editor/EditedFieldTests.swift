import Foundation
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct EditedFieldTests {
    private static func interface(_ html: String) -> Interface {
        let size = Size(columns: 80, rows: 12)
        let simulator = Simulator(host: FakeHost(html: html), clock: VirtualClock(), size: size)
        simulator.open("/")
        return Interface(simulator: simulator, size: size) { .zero }
    }

    private static func request(_ interface: Interface) throws -> EditRequest {
        _ = interface.handle(.key(Key(.tab)))
        guard case .edit(let request) = interface.handle(.key(try Key("alt+e"))) else {
            throw Missing()
        }
        return request
    }

    private struct Missing: Error {}

    @Test func `The text goes to an editor in a file that nobody else can read, and comes back`() throws {
        let interface = Self.interface("<textarea>one</textarea>")
        let request = try Self.request(interface)
        #expect(try String(contentsOfFile: request.path, encoding: .utf8) == "one")
        let rights = try FileManager.default.attributesOfItem(atPath: request.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        try "one\ntwo\n".write(toFile: request.path, atomically: false, encoding: .utf8)
        interface.editorEnded(problem: nil)
        #expect(interface.simulator.document.activeElement.map(interface.simulator.document.value) == "one\ntwo")
        #expect(!FileManager.default.fileExists(atPath: request.path))
        #expect(!FileManager.default.fileExists(atPath: (request.path as NSString).deletingLastPathComponent))
    }

    @Test func `An editor that fails leaves the text as it was, and that is told`() throws {
        let interface = Self.interface("<textarea>one</textarea>")
        let request = try Self.request(interface)
        try "two".write(toFile: request.path, atomically: false, encoding: .utf8)
        interface.editorEnded(problem: "there is no editor ed")
        #expect(interface.frame().text.contains("! there is no editor ed"))
        #expect(interface.frame().text.contains("│one "))
        #expect(!FileManager.default.fileExists(atPath: request.path))
    }

    @Test func `The footer names the key`() throws {
        let interface = Self.interface("<textarea>one</textarea>")
        _ = interface.handle(.key(Key(.tab)))
        #expect(interface.frame().text.contains("alt+e editor"))
    }
}
