import Foundation
import TestSupport

/// A program that runs beside the tests, such as a server, until this object ends.
final class BackgroundProgram {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    private let process: pid_t
    private let output: String
    private var isEnded = false

    /// Starts a program; what it says is read by `waitFor`.
    init(_ program: String, _ arguments: [String]) throws {
        output = NSTemporaryDirectory() + "viewfinder-\(UUID().uuidString)"
        var launch = Launch()
        launch.open("/dev/null", O_RDONLY, as: 0)
        launch.open(output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, as: 1)
        launch.copy(1, to: 2)
        process = try launch.start(program, arguments)
    }

    deinit {
        end()
        unlink(output)
    }

    /// What it has said so far.
    var words: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

    /// Waits until it has said something that a pattern matches, however slow the machine is.
    ///
    /// - Returns: What the pattern's first group matched.
    func waitFor(_ pattern: Regex<(Substring, Substring)>) throws -> String {
        let end = Date().addingTimeInterval(120)
        while Date() < end {
            if let match = words.firstMatch(of: pattern) { return String(match.1) }
            var status: Int32 = 0
            if !isEnded, waitpid(process, &status, WNOHANG) == process {
                isEnded = true
                throw Failed(description: "it ended early:\n\(words)")
            }
            usleep(10_000)
        }
        throw Failed(description: "it did not say what was waited for:\n\(words)")
    }

    /// Ends it, by the signal that asks or by the one that does not.
    func end(_ signal: Int32 = SIGTERM) {
        guard !isEnded else { return }
        isEnded = true
        kill(process, signal)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
