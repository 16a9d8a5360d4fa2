import Simulator

/// Lets virtual time pass from one due timer to the next while something is not yet, or still, true. What the server works
/// on by itself is done first, in real time.
struct Waiting {
    /// More timers than this within one wait belong to a page that never rests.
    private static let timerLimit = 100_000

    /// How long work of the server's own may take in real time; virtual time stands still meanwhile.
    private static let workLimit = Duration.seconds(10)

    let simulator: Simulator

    /// Waits until a condition is true, no timer is left, or the time is used up. It is checked at once, and after each
    /// moment at which something was due.
    ///
    /// - Returns: Whether it became true.
    func wait(within limit: Duration, until isTrue: () -> Bool) -> Bool {
        let deadline = simulator.clock.now + limit
        for _ in 0..<Self.timerLimit {
            if isTrue() { return true }
            if simulator.isServerWorking {
                simulator.settleWork(within: Self.workLimit)
                if isTrue() { return true }
            }
            guard let next = simulator.clock.nextDeadline, next <= deadline else { return false }
            simulator.advance(by: max(.zero, next - simulator.clock.now))
        }
        return false
    }

    /// Lets a time pass, and stops early at the first moment at which a condition is not true.
    ///
    /// - Returns: Whether it was true all the time.
    func watch(for duration: Duration, while isTrue: () -> Bool) -> Bool {
        let end = simulator.clock.now + duration
        for _ in 0..<Self.timerLimit {
            guard let next = simulator.clock.nextDeadline, next <= end else { break }
            simulator.advance(by: max(.zero, next - simulator.clock.now))
            guard isTrue() else { return false }
        }
        simulator.advance(by: max(.zero, end - simulator.clock.now))
        return isTrue()
    }
}
