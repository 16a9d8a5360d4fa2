import Foundation

/// How programs that tests start find their signals: none is blocked or ignored, whatever the threads and libraries of the
/// tests have done to theirs.
public struct SpawnAttributes: ~Copyable {
    #if canImport(Darwin)
        private var attributes: posix_spawnattr_t?
    #else
        private var attributes = posix_spawnattr_t()
    #endif

    /// - Parameter flags: What else is wanted of `posix_spawn`.
    public init(flags: Int16 = 0) {
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
        var attributes = attributes
        posix_spawnattr_destroy(&attributes)
    }

    #if canImport(Darwin)
        /// Hands them to what starts a program.
        public func use<Result>(_ body: (UnsafePointer<posix_spawnattr_t?>) throws -> Result) rethrows -> Result {
            try withUnsafePointer(to: attributes, body)
        }
    #else
        /// Hands them to what starts a program.
        public func use<Result>(_ body: (UnsafePointer<posix_spawnattr_t>) throws -> Result) rethrows -> Result {
            try withUnsafePointer(to: attributes, body)
        }
    #endif
}
