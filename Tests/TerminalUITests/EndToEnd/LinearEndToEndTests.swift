import Foundation
import TestSupport
import Testing

/// A page read line by line, in a terminal that can do nothing but show text.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct LinearEndToEndTests {
    private func start(_ arguments: [String], term: String = "dumb") throws -> TerminalProgram {
        try TerminalProgram(
            Product.viewfinder ?? "", ["open", "/settings"] + arguments, environment: ["TERM": term])
    }

    @Test(arguments: [([], "dumb"), (["--linear"], "xterm-256color")])
    func `A form is filled in and sent, and its banner is told and dismissed`(arguments: [String], term: String) throws
    {
        let program = try start(arguments, term: term)
        #expect(program.waitFor("text field Name, empty"))
        program.type("\t")
        #expect(program.waitFor(", focused\r\nName: "))
        program.type("Ada")
        #expect(program.waitFor("Name: Ada"))
        program.type("\r")
        #expect(program.waitFor("banner info: "))
        #expect(program.has("press alt+1 to dismiss") || program.has("press 1 to dismiss"))
        program.type("\u{1B}1")
        #expect(program.waitFor("gone: banner info"))
        #expect(!program.has("\u{1B}"), "no control sequences are written")
        program.type("\u{11}")
        #expect(program.waitForEnd() == 0)
        #expect(program.damage().isEmpty)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `A signal gives the terminal back`(signal: Int32) throws {
        let program = try start([])
        #expect(program.waitFor("text field Name"))
        kill(program.process, signal)
        #expect(program.waitForEnd() == 128 + signal)
        #expect(program.damage().isEmpty)
    }
}
