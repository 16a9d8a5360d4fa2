import Foundation

/// Runs programs to their end.
///
/// Foundation's `Process` waits for all that descends from a program, and tmux leaves a server behind.
public enum Command {
    /// What a finished program left behind.
    public struct Outcome: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// Runs a program with nothing on its standard input, and without a terminal.
    ///
    /// Its output goes through files, which no other program that is started meanwhile can keep open.
    public static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
        let output = NSTemporaryDirectory() + "viewfinder-\(UUID().uuidString)"
        let errors = output + "-errors"
        defer {
            unlink(output)
            unlink(errors)
        }
        var launch = Launch()
        launch.open("/dev/null", O_RDONLY, as: 0)
        launch.open(output, O_WRONLY | O_CREAT | O_TRUNC, as: 1)
        launch.open(errors, O_WRONLY | O_CREAT | O_TRUNC, as: 2)
        let process = try launch.start(program, arguments)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let isExit = status & 0x7F == 0
        return Outcome(
            status: isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
            output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
    }
}
