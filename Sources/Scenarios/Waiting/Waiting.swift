import LiveProtocol
import Simulator

/// Lets time pass while something is not yet, or still, true: virtual time from one due timer to the next, and real time
/// against a server elsewhere. What tasks of a server in this process wait for outside of it comes first, in real time.
struct Waiting {
    /// How long work of the server's own may take in real time; virtual time stands still meanwhile.
    private static let workLimit = Duration.seconds(10)

    let simulator: Simulator
    let budget: TimeBudget
    /// Where it is written down how long was waited in real time.
    let log: WaitLog
    /// How time passes against a server elsewhere; nil where it is virtual.
    let server: ServerWaiting?

    /// Waits until a condition is true, no timer is left, or the time is used up. It is checked at once, and after each
    /// moment at which something was due, or came.
    ///
    /// - Returns: Nil when it became true.
    func wait(within limit: Duration, for purpose: ServerWait.Purpose, until isTrue: () -> Bool) -> WaitReport? {
        if let server { return server.wait(within: limit, for: purpose, until: isTrue) }
        let start = simulator.clock.now
        let deadline = start + limit
        func report(_ end: WaitEnd) -> WaitReport {
            WaitReport(waited: simulator.clock.now - start, limit: limit, end: end)
        }
        var isWorkEndless = false
        for _ in 0..<TimeBudget.timerLimit {
            if isTrue() { return nil }
            if simulator.isServerWorking, !isWorkEndless {
                isWorkEndless = !settleWork()
                if isTrue() { return nil }
            }
            guard let next = simulator.clock.nextDeadline else { return report(.nothingDue) }
            guard next <= deadline else { return report(.nextDue(in: next - start)) }
            guard !budget.isUsedUp else { return report(.realTime(budget.limit)) }
            simulator.advance(by: max(.zero, next - simulator.clock.now))
        }
        return report(.timers(TimeBudget.timerLimit))
    }

    /// Waits for what the server works on by itself.
    ///
    /// - Returns: False when it takes too long.
    private func settleWork() -> Bool {
        let (start, work) = (budget.used, simulator.serverWork)
        defer { log.note(.work(work), budget.used - start) }
        return simulator.settleWork(within: min(Self.workLimit, budget.left))
    }

    /// Lets a time pass, and stops early at the first moment at which a condition is not true.
    ///
    /// - Returns: Why it did not stay true, or could not be watched to the end; nil when it was true all the time.
    func watch(for duration: Duration, while isTrue: () -> Bool) -> WatchEnd? {
        if let server { return server.watch(for: duration, while: isTrue) }
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

    /// Lets a time pass, so far as the page comes to rest in it.
    ///
    /// - Returns: Why it did not pass to its end; nil when it did, or where the page itself tells why not.
    func pass(_ duration: Duration) -> WaitEnd? {
        if let server {
            guard case .gaveUp(let end) = server.watch(for: duration, while: { true }) else { return nil }
            return end
        }
        var timers = 0
        var end: WaitEnd?
        let hasPassed = simulator.advance(by: duration) {
            timers += 1
            if timers > TimeBudget.timerLimit { end = .timers(TimeBudget.timerLimit) }
            if budget.isUsedUp { end = .realTime(budget.limit) }
            return end == nil
        }
        // Without an end, timers set one another at one moment, which the page tells.
        return hasPassed ? nil : end
    }

    enum WatchEnd {
        case ceased
        case gaveUp(WaitEnd)
    }
}
