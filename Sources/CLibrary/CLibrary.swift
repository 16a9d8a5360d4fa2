// The system's C library under one name, so that no other file asks what it is built for.
#if canImport(Glibc)
    @_exported import Glibc
#elseif canImport(Musl)
    @_exported import Musl
#else
    @_exported import Darwin
#endif

extension stat {
    /// When the file's content was last changed.
    package var modificationTime: timespec {
        #if canImport(Darwin)
            st_mtimespec
        #else
            st_mtim
        #endif
    }
}

#if canImport(Glibc)
    /// The limit of open files, as `getrlimit` wants it named.
    package var openFilesLimit: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
#else
    /// The limit of open files, as `getrlimit` wants it named.
    package var openFilesLimit: Int32 { RLIMIT_NOFILE }
#endif

/// The path of the running program's file, as the system tells it; it may hold symbolic links.
package func pathOfRunningProgram() -> String? {
    #if canImport(Darwin)
        var size = UInt32(PATH_MAX)
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
        return "/proc/self/exe"
    #endif
}
