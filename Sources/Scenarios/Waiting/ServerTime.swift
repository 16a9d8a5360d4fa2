import LiveProtocol
import Simulator

/// The time of one case against a server elsewhere, which nobody here can move: waiting takes as long as it takes.
///
/// The clock of the case's pages goes on with it while a step waits for something to happen, or lets time pass. It stands
/// while the answer to a step is on its way and while steps are worked out, as virtual time does: so what a page does after
/// a while comes between the same steps, however slow the server.
final class ServerTime {
    /// How long answers are waited for after a step.
    static let answerLimit = Duration.seconds(2)
    /// How long pages and their views are waited for.
    static let pageLimit = Duration.seconds(10)

    private let now: () -> Duration
    private let budget: TimeBudget
    private let arrival = Arrival()
    /// What was waited for since the last `takeWaits()`.
    private var waits: [ServerWait] = []

    /// - Parameter now: The real time.
    init(now: @escaping () -> Duration, budget: TimeBudget) {
        self.now = now
        self.budget = budget
    }

    /// What wakes those who wait here.
    var bell: @Sendable () -> Void { arrival.ring }

    /// Waits for news while something is still to come.
    ///
    /// - Parameter takeIn: Takes in what has come.
    /// - Returns: False when it did not come within the limit.
    func wait(
        atMost limit: Duration, for purpose: ServerWait.Purpose, while isMissing: () -> Bool, takeIn: () -> Void
    ) -> Bool {
        let start = now()
        defer { note(purpose, now() - start) }
        while isMissing() {
            let left = min(limit - (now() - start), budget.left)
            guard left > .zero, arrival.wait(atMost: left) else { return !isMissing() }
            takeIn()
        }
        return true
    }

    /// Lets time pass for a page until something is due on its clock, news come, or a time is reached; then all that is new
    /// is taken in.
    ///
    /// - Parameter end: By the page's clock.
    func pass(on simulator: Simulator, until end: Duration, for purpose: ServerWait.Purpose) {
        let clock = simulator.clock
        let wanted = min(end, clock.nextDeadline ?? end) - clock.now
        guard wanted > .zero else {
            simulator.advance(by: .zero)
            return
        }
        let start = now()
        let isRung = arrival.wait(atMost: min(wanted, budget.left))
        let passed = now() - start
        note(purpose, passed)
        simulator.advance(by: isRung || budget.isUsedUp ? min(passed, wanted) : wanted)
    }

    private func note(_ purpose: ServerWait.Purpose, _ duration: Duration) {
        guard duration > .zero else { return }
        if let place = waits.firstIndex(where: { $0.purpose == purpose }) {
            waits[place].duration += duration
        } else {
            waits.append(ServerWait(purpose: purpose, duration: duration))
        }
    }

    /// What was waited for since the last call.
    func takeWaits() -> [ServerWait] {
        defer { waits = [] }
        return waits
    }
}
