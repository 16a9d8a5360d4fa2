import CLibrary

/// How many files and connections this program may have open.
package enum OpenFiles {
    /// Asks the system for so many.
    ///
    /// - Returns: How many there may be now, which may be fewer, or more.
    @discardableResult
    package static func allow(_ count: Int) -> Int {
        var limits = rlimit()
        guard getrlimit(openFilesLimit, &limits) == 0 else { return 256 }
        let wanted = min(rlim_t(count), limits.rlim_max)
        if wanted > limits.rlim_cur {
            let old = limits.rlim_cur
            limits.rlim_cur = wanted
            if setrlimit(openFilesLimit, &limits) != 0 { limits.rlim_cur = old }
        }
        return Int(clamping: limits.rlim_cur)
    }
}
