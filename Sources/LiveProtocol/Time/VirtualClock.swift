/// The one owner of time: it stands still until it is told to move, and then runs what is due, in order of time and then
/// of creation.
///
/// Headless, a scenario moves it; interactively, the program sets it to the real time at every turn of its loop. Nothing
/// else in the house looks at a clock or sleeps.
public final class VirtualClock {
    /// Names one scheduled action.
    public struct TimerID: Hashable, Sendable {
        let number: UInt64
    }

    private struct Timer {
        let deadline: Duration
        let id: TimerID
        let action: () -> Void

        func isDue(before other: Timer) -> Bool {
            (deadline, id.number) < (other.deadline, other.id.number)
        }
    }

    /// The time at which the clock started, since 1970-01-01T00:00:00Z.
    public let epoch: Duration

    /// The time since the clock started.
    public private(set) var now: Duration = .zero

    private var timers: [Timer] = []
    private var nextNumber: UInt64 = 0

    /// - Parameter epoch: The start since 1970-01-01T00:00:00Z; 2026-01-01T00:00:00Z unless told.
    public init(epoch: Duration = .seconds(1_767_225_600)) { self.epoch = epoch }

    /// The present time since 1970-01-01T00:00:00Z.
    public var date: Duration { epoch + now }

    /// When the next action is due; nil when none is scheduled.
    public var nextDeadline: Duration? { timers.first?.deadline }

    /// Runs an action once, `delay` from now.
    @discardableResult
    public func schedule(after delay: Duration, _ action: @escaping () -> Void) -> TimerID {
        let timer = Timer(deadline: now + max(delay, .zero), id: TimerID(number: nextNumber), action: action)
        nextNumber += 1
        let place = timers.firstIndex { timer.isDue(before: $0) } ?? timers.endIndex
        timers.insert(timer, at: place)
        return timer.id
    }

    /// Takes an action back; one that has run or was taken back already is none of its business.
    public func cancel(_ id: TimerID) { timers.removeAll { $0.id == id } }

    /// Moves to the next deadline that is not after `limit` and runs one action there.
    ///
    /// - Returns: False when nothing is due by then; the time is then `limit`.
    public func runNext(until limit: Duration) -> Bool {
        guard let timer = timers.first, timer.deadline <= limit else {
            now = max(now, limit)
            return false
        }
        timers.removeFirst()
        now = max(now, timer.deadline)
        timer.action()
        return true
    }
}
