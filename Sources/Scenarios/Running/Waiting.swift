import LiveProtocol
import Simulator

/// Lets virtual time pass from one due timer to the next while something is not yet, or still, true. What the server works
/// on by itself is done first, in real time.
struct Waiting {
    /// How long work of the server's own may take in real time; virtual time stands still meanwhile.
    private static let workLimit = Duration.seconds(10)

    let simulator: Simulator
    let budget: TimeBudget

    /// Waits until a condition is true, no timer is left, or the time is used up. It is checked at once, and after each
    /// moment at which something was due.
    ///
    /// - Returns: Nil when it became true.
    func wait(within limit: Duration, until isTrue: () -> Bool) -> WaitReport? {
        let start = simulator.clock.now
        let deadline = start + limit
        func report(_ end: WaitEnd) -> WaitReport {
            WaitReport(waited: simulator.clock.now - start, limit: limit, end: end)
        }
        for _ in 0..<TimeBudget.timerLimit {
            if isTrue() { return nil }
            if simulator.isServerWorking {
                simulator.settleWork(within: Self.workLimit)
                if isTrue() { return nil }
            }
            guard let next = simulator.clock.nextDeadline else { return report(.nothingDue) }
            guard next <= deadline else { return report(.nextDue(in: next - start)) }
            guard !budget.isUsedUp else { return report(.realTime(budget.limit)) }
            simulator.advance(by: max(.zero, next - simulator.clock.now))
        }
        return report(.timers(TimeBudget.timerLimit))
    }

    /// Lets a time pass, and stops early at the first moment at which a condition is not true.
    ///
    /// - Returns: Why it did not stay true, or could not be watched to the end; nil when it was true all the time.
    func watch(for duration: Duration, while isTrue: () -> Bool) -> WatchEnd? {
        let end = simulator.clock.now + duration
        for _ in 0..<TimeBudget.timerLimit {
            guard let next = simulator.clock.nextDeadline, next <= end else {
                simulator.advance(by: max(.zero, end - simulator.clock.now))
                return isTrue() ? nil : .ceased
            }
            guard !budget.isUsedUp else { return .gaveUp(.realTime(budget.limit)) }
            simulator.advance(by: max(.zero, next - simulator.clock.now))
            guard isTrue() else { return .ceased }
        }
        return .gaveUp(.timers(TimeBudget.timerLimit))
    }

    enum WatchEnd {
        case ceased
        case gaveUp(WaitEnd)
    }
}

/// How long one case may take in real time: a page that always has something to do would go on for years of virtual time.
struct TimeBudget {
    /// Long enough for any case that means something, short enough to be told the same day.
    static let standard = Duration.seconds(60)

    /// How many moments at which something is due may pass within one step.
    static let timerLimit = 100_000

    private let now: () -> Duration
    private let start: Duration
    let limit: Duration

    /// - Parameter now: The real time.
    init(limit: Duration = TimeBudget.standard, now: @escaping () -> Duration) {
        self.now = now
        self.limit = limit
        start = now()
    }

    var isUsedUp: Bool { now() - start > limit }
}
