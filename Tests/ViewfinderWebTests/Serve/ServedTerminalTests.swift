import Foundation
import TestSupport
import Testing

/// Views that the command serves, in terminals of their own.
@Suite(.enabled(if: ServeProgram.path != nil && Tmux.isAvailable, ServeProgram.reason), .serialized)
struct ServedTerminalTests {
    private static func attach(to address: String) throws -> Tmux {
        let terminal = try Tmux()
        try terminal.command("clear; \(ServeProgram.path ?? "") attach '\(address)'; echo status $?")
        return terminal
    }

    @Test func `Two people in one room see each other`() throws {
        let server = try ServeProgram()
        let first = try Self.attach(to: "\(server.origin)/reading-room")
        try first.waitFor("Nobody but you")
        let second = try Self.attach(to: "\(server.origin)/reading-room")
        try second.waitFor("2 readers")
        try first.waitFor("2 readers")
        try second.press("Tab")
        try second.press("Enter")
        try first.waitFor("opened “A Field Guide to Fog”")
        try second.press("q")
        try first.waitFor("Nobody but you")
    }

    @Test func `A view's timer reaches the terminal without a key`() throws {
        let server = try ServeProgram("--quiet")
        let terminal = try Self.attach(to: "\(server.origin)/clock")
        try terminal.waitFor("2 ticks since this page was opened.")
    }

    @Test func `A server that is asked to end lets its terminals know`() throws {
        let server = try ServeProgram()
        let terminal = try Self.attach(to: "\(server.origin)/settings")
        try terminal.waitFor("Save")
        server.end()
        try terminal.waitFor("the server ends")
        #expect(server.log.contains("socket closed"))
    }

    @Test(arguments: [
        (["--port", "70000"], "expected a number from 0 to 65535"),
        (["--port", "0", "--client-js", "/nowhere"], "there is no such folder"),
        (["--port", "0", "--secret-file", "/dev/null"], "it is not a file"),
        (["--port", "0", "--host", "192.0.2.1"], "no address of this machine has that name"),
    ])
    func `What keeps it from serving is one sentence`(arguments: [String], words: String) throws {
        let outcome = try Program("viewfinder-web").run(["serve"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(words))
    }

    @Test func `A port that is taken is told with another that may be free`() throws {
        let server = try ServeProgram()
        let port = try #require(server.origin.split(separator: ":").last.map(String.init))
        let outcome = try Program("viewfinder-web").run("serve", "--port", port)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("another program listens there"))
    }
}
