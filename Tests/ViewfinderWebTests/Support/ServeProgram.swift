import TestSupport
import Testing

/// The gallery, served by the command as a user starts it.
final class ServeProgram {
    static let path = Program("viewfinder-web").path
    static let reason: Comment = "needs the program viewfinder-web built beside the tests"

    private let program: BackgroundProgram
    /// Scheme, host and port.
    let origin: String

    init(_ arguments: String...) throws {
        program = try BackgroundProgram(try #require(Self.path), ["serve", "--port", "0"] + arguments)
        origin = try program.waitFor(/at (http:\S+)/)
    }

    /// What it has written so far.
    var log: String { program.words }

    /// Asks it to end, and waits until it has.
    func end() { program.end() }
}
