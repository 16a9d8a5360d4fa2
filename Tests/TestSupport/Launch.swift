import Foundation

/// The start of a program, with the files that it begins with.
///
/// It finds its signals as usual, none blocked or ignored, whatever the threads and libraries of the tests have done to
/// theirs.
public struct Launch: ~Copyable {
    /// Why a program did not start, with the system's number for it.
    public struct Failed: Error {
        public let program: String
        public let number: Int32

        public init(program: String, number: Int32) {
            self.program = program
            self.number = number
        }
    }

    // What the system's functions take is a structure in one system, and a pointer to one in the other.
    #if canImport(Darwin)
        private var actions: posix_spawn_file_actions_t?
        private var attributes: posix_spawnattr_t?
    #else
        private var actions = posix_spawn_file_actions_t()
        private var attributes = posix_spawnattr_t()
    #endif

    /// - Parameter flags: What else is wanted of `posix_spawn`.
    public init(flags: Int16 = 0) {
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | flags)
    }

    deinit {
        var (actions, attributes) = (actions, attributes)
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }

    /// Has the program begin with a file.
    public mutating func open(_ path: String, _ flags: Int32, as descriptor: Int32) {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
    }

    /// Has the program begin with a file under a second number.
    public mutating func copy(_ descriptor: Int32, to other: Int32) {
        posix_spawn_file_actions_adddup2(&actions, descriptor, other)
    }

    /// Starts a program.
    ///
    /// - Returns: The number of its process.
    public func start(
        _ program: String, _ arguments: [String],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failed) -> pid_t {
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var process: pid_t = 0
        let problem = withUnsafePointer(to: actions) { actions in
            withUnsafePointer(to: attributes) { posix_spawn(&process, program, actions, $0, argv, envp) }
        }
        guard problem == 0 else { throw Failed(program: program, number: problem) }
        return process
    }
}
