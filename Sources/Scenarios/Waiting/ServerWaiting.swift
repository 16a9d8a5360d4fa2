import LiveProtocol
import Simulator

/// Lets real time pass on a page of a server elsewhere, while something is not yet, or still, true.
///
/// Nothing is looked at before the answer to what the page asked last has come, or the time is up: until then it shows what
/// was, which an expectation of the new could take for it.
struct ServerWaiting {
    let simulator: Simulator
    let answers: WindowAnswers
    let time: ServerTime
    let budget: TimeBudget

    func wait(within limit: Duration, for purpose: ServerWait.Purpose, until isTrue: () -> Bool) -> WaitReport? {
        let clock = simulator.clock
        let start = clock.now
        let deadline = start + limit
        func report(_ end: WaitEnd) -> WaitReport { WaitReport(waited: clock.now - start, limit: limit, end: end) }
        // What has come from other windows meanwhile.
        simulator.settle()
        for _ in 0..<TimeBudget.timerLimit {
            let isOver = clock.now >= deadline
            if isOver || !answers.areMissing, isTrue() { return nil }
            if isOver { return report(answers.areMissing ? .unanswered : .nothingCame) }
            guard !budget.isUsedUp else { return report(.realTime(budget.limit)) }
            time.pass(on: simulator, until: deadline, for: purpose)
        }
        return report(.timers(TimeBudget.timerLimit))
    }

    func watch(for duration: Duration, while isTrue: () -> Bool) -> Waiting.WatchEnd? {
        let end = simulator.clock.now + duration
        for _ in 0..<TimeBudget.timerLimit {
            guard simulator.clock.now < end else { return isTrue() ? nil : .ceased }
            guard !budget.isUsedUp else { return .gaveUp(.realTime(budget.limit)) }
            time.pass(on: simulator, until: end, for: .time)
            guard isTrue() else { return .ceased }
        }
        return .gaveUp(.timers(TimeBudget.timerLimit))
    }
}
