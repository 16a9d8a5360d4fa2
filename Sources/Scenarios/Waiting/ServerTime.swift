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
    private let move: ((Duration) -> Void)?
    private let log: WaitLog

    /// - Parameters:
    ///   - now: The real time.
    ///   - log: Where it is written down how long was waited.
    ///   - move: Moves the time of the server; nil where it goes on by itself.
    init(now: @escaping () -> Duration, budget: TimeBudget, log: WaitLog, move: ((Duration) -> Void)? = nil) {
        self.log = log
        self.move = move
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
        defer { log.note(purpose, now() - start) }
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
        if let move { return pass(wanted, on: simulator, for: purpose, by: move) }
        let start = now()
        let isRung = arrival.wait(atMost: min(wanted, budget.left))
        let passed = now() - start
        log.note(purpose, passed)
        simulator.advance(by: isRung || budget.isUsedUp ? min(passed, wanted) : wanted)
    }

    /// Whether time goes on by itself.
    var isReal: Bool { move == nil }

    /// How long nothing has to come for all to be there that comes by itself.
    private static let silence = Duration.milliseconds(25)
    /// What of a time is passed at once while something is waited for: the server may have something to say in it.
    private static let stride = Duration.milliseconds(100)

    /// Moves the server's time, once all is there that came without that, and then that of the page.
    private func pass(
        _ wanted: Duration, on simulator: Simulator, for purpose: ServerWait.Purpose, by move: (Duration) -> Void
    ) {
        let start = now()
        defer { log.note(purpose, now() - start) }
        if arrival.wait(atMost: Self.silence) {
            simulator.settle()
            return
        }
        let step = purpose == .time ? wanted : min(wanted, Self.stride)
        move(step)
        while arrival.wait(atMost: min(Self.silence, budget.left)) { simulator.settle() }
        simulator.advance(by: step)
    }
}
