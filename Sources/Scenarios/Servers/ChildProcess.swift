import Basics
import CLibrary

/// Starts other programs.
enum ChildProcess {
    /// Starts a program in a process group of its own, which no key in the terminal reaches, with all signals as usual: libraries
    /// here ignore some, and what is started would inherit that.
    ///
    /// - Parameters:
    ///   - words: The program's path and its arguments.
    ///   - input: What it reads; nothing when nil.
    ///   - output: The file at whose end it writes, also of errors.
    /// - Returns: Its number, which is also that of its group.
    static func start(_ words: [String], input: Int32?, output: String) throws(FileFailure) -> pid_t {
        var (actions, attributes) = (emptyActions(), emptyAttributes())
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let pointers = words.map { (word: String) in strdup(word) }
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        let problem = posix_spawn(&process, words[0], &actions, &attributes, pointers + [nil], processEnvironment)
        guard problem == 0 else { throw .system(problem) }
        return process
    }

    // What the system's functions take is a structure in one system, and a pointer to one in the other.
    #if canImport(Darwin)
        private static func emptyActions() -> posix_spawn_file_actions_t? { nil }
        private static func emptyAttributes() -> posix_spawnattr_t? { nil }
    #else
        private static func emptyActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
        private static func emptyAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
    #endif
}
