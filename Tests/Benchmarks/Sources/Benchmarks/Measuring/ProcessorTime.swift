#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The processor time of this process, which other work on the machine disturbs less than the time on the wall.
enum ProcessorTime {
    /// Since the process started, in seconds.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
