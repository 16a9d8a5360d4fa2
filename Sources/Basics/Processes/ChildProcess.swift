import CLibrary

/// Starts other programs, with all signals as usual: libraries here ignore some, and what is started would inherit that.
package enum ChildProcess {
    /// What a program reads and writes.
    package enum Streams {
        /// The same as this one.
        case inherited
        /// It reads from a descriptor, or nothing when nil, and writes, also of errors, at the end of a file.
        case file(input: Int32?, output: String)
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - words: The program and its arguments; without a slash the program is looked for where commands are.
    ///   - hasOwnGroup: Whether it is in a process group of its own, which no key in the terminal reaches.
    /// - Returns: Its number, which is also that of its own group.
    package static func start(
        _ words: [String], streams: Streams, hasOwnGroup: Bool = true
    ) throws(FileFailure) -> pid_t {
        var (actions, attributes) = (emptyActions(), emptyAttributes())
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if case .file(let input, let output) = streams {
            if let input {
                posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
            } else {
                posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            }
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let pointers = words.map { (word: String) in strdup(word) }
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        let problem = posix_spawnp(&process, words[0], &actions, &attributes, pointers + [nil], processEnvironment)
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
