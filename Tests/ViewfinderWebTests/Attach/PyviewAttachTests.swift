import Foundation
import TestSupport
import Testing

/// Pages of a running pyview, attached to as a user does.
@Suite(.enabled(if: PyviewServer.isAvailable && Program("viewfinder-web").path != nil, PyviewServer.reason))
struct PyviewAttachTests {
    private static let program = Program("viewfinder-web")

    @Test func `A page in a pipe is text`() throws {
        let server = try PyviewServer()
        let outcome = try Self.program.run("attach", "\(server.origin)/settings", "--once")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("Save"))
    }

    @Test(arguments: [
        ("/missing", 1, "Not Found", "answered with status 404"),
        ("/plain", 0, "Low water", ""),
        ("/moved", 0, "Save", ""),
        ("/loop", 2, "", "the page redirects without end"),
        ("/crash?at=render", 1, "Internal Server Error", "answered with status 500"),
    ])
    func `What is no live page is shown as what it is`(path: String, status: Int32, shown: String, said: String) throws
    {
        let server = try PyviewServer()
        let outcome = try Self.program.run("attach", "\(server.origin)\(path)", "--once")
        #expect(outcome.status == status)
        #expect(shown.isEmpty || outcome.output.contains(shown))
        #expect(said.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(said))
    }

    @Test func `A pipe whose reader has gone ends it without a word, as any program`() throws {
        let server = try PyviewServer()
        let attach = "\(Self.program.path ?? "") attach \(server.origin)/settings --once"
        let outcome = try Command.run("/bin/bash", ["-c", "exec 3> >(true); wait $!; \(attach) >&3; exit $?"])
        #expect(outcome.status == 128 + SIGPIPE)
        #expect(!outcome.errors.contains("cannot be written"))
    }

    @Test func `A name is saved, and its banner goes by a digit`() throws {
        let server = try PyviewServer()
        let terminal = try Self.attach(to: "\(server.origin)/settings")
        try terminal.waitFor("Save")
        try terminal.press("Tab")
        try terminal.type("Ada")
        try terminal.waitFor("Ada")
        try terminal.press("Enter")
        try terminal.waitFor("welcome, Ada")
        try terminal.press("Escape")
        try terminal.waitFor("q quit")
        try terminal.press("1")
        try terminal.waitUntilGone("welcome, Ada")
    }

    @Test func `A server that was killed is found again, with the same secret and with another`() throws {
        let server = try PyviewServer()
        let terminal = try Self.attach(to: "\(server.origin)/count?start=5")
        try terminal.waitFor("The count is 5.")
        for secret in [nil, "another"] {
            server.kill()
            try terminal.waitFor("the server cannot be reached")
            try server.restart(secret: secret)
            try terminal.waitUntilGone("the server cannot be reached")
            try terminal.waitFor("The count is 5.")
        }
    }

    @Test func `A login form leads to the page behind it`() throws {
        let server = try PyviewServer()
        let terminal = try Self.attach(to: "\(server.origin)/members")
        try terminal.waitFor("Log in")
        try terminal.press("Tab")
        try terminal.type("Ada")
        try terminal.press("Tab")
        try terminal.type("lantern")
        try terminal.press("Enter")
        try terminal.waitFor("Members")
        try terminal.waitFor("Ada")
    }

    private static func attach(to address: String) throws -> Tmux {
        let terminal = try Tmux()
        try terminal.command("clear; \(program.path ?? "") attach '\(address)'; echo status $?")
        return terminal
    }
}
