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

    public struct Failed: Error {
        public var program: String
        public var number: Int32
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
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

        let attributes = SpawnAttributes()
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var process: pid_t = 0
        let problem = attributes.use { posix_spawn(&process, program, &actions, $0, argv, envp) }
        guard problem == 0 else { throw Failed(program: program, number: problem) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let isExit = status & 0x7F == 0
        return Outcome(
            status: isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
            output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
    }
}
