import CLibrary

/// The system's clocks; nothing else in the house reads them.
package enum RealTime {
    /// The time since 1970-01-01T00:00:00Z.
    package static var date: Duration { read(CLOCK_REALTIME) }

    /// A reading that only grows, for telling how much time has passed.
    package static var monotonic: Duration { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
