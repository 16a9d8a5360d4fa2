import HeapModule

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

    /// When an action is due; of several at the same time the one that was created first comes first.
    private struct Deadline: Comparable {
        let time: Duration
        let id: TimerID

        static func < (left: Deadline, right: Deadline) -> Bool {
            (left.time, left.id.number) < (right.time, right.id.number)
        }
    }

    private struct Action {
        let scheduled: Duration
        let run: () -> Void
    }

    /// The time at which the clock started, since 1970-01-01T00:00:00Z.
    public let epoch: Duration

    /// Tells the real time since the clock started, for a clock that its owner keeps to that; nil for one that stands still
    /// but for what its owner wants.
    package let reading: (@Sendable () -> Duration)?

    /// The time since the clock started.
    public private(set) var now: Duration = .zero

    /// The action that ran last; nil before the first.
    package private(set) var lastRun: TimerRun?

    /// The deadlines of all actions and of some that were taken back; the first is always one of an action.
    private var deadlines = Heap<Deadline>()
    private var actions: [TimerID: Action] = [:]
    private var nextNumber: UInt64 = 0

    /// Makes a clock that stands still until it is moved.
    ///
    /// - Parameter epoch: The start since 1970-01-01T00:00:00Z; 2026-01-01T00:00:00Z unless told.
    public init(epoch: Duration = .seconds(1_767_225_600)) {
        self.epoch = epoch
        reading = nil
    }

    /// Makes a clock that its owner keeps to the real time.
    ///
    /// - Parameters:
    ///   - epoch: The start since 1970-01-01T00:00:00Z.
    ///   - reading: Gives the real time since the start, on whatever thread.
    package init(epoch: Duration, following reading: @escaping @Sendable () -> Duration) {
        self.epoch = epoch
        self.reading = reading
    }

    /// The present time since 1970-01-01T00:00:00Z.
    public var date: Duration { epoch + now }

    /// When the next action is due; nil when none is scheduled.
    public var nextDeadline: Duration? { deadlines.min?.time }

    /// Runs an action once, `delay` from now.
    @discardableResult
    public func schedule(after delay: Duration, _ action: @escaping () -> Void) -> TimerID {
        let id = TimerID(number: nextNumber)
        nextNumber += 1
        deadlines.insert(Deadline(time: now + max(delay, .zero), id: id))
        actions[id] = Action(scheduled: now, run: action)
        return id
    }

    /// Takes an action back; for one that has run or was taken back already, nothing happens.
    public func cancel(_ id: TimerID) {
        guard actions.removeValue(forKey: id) != nil else { return }
        dropCancelled()
    }

    /// Moves to the next deadline that is not after `limit` and runs one action there.
    ///
    /// - Returns: False when nothing is due by then; the time is then `limit`.
    public func runNext(until limit: Duration) -> Bool {
        guard let next = deadlines.min, next.time <= limit, let action = actions.removeValue(forKey: next.id) else {
            now = max(now, limit)
            return false
        }
        dropCancelled()
        now = max(now, next.time)
        lastRun = TimerRun(scheduled: action.scheduled, due: next.time)
        action.run()
        return true
    }

    /// Forgets the deadlines of actions that are no more: those at the front, and all when they are the most.
    private func dropCancelled() {
        if deadlines.count > 2 * actions.count + 16 {
            deadlines = Heap(deadlines.unordered.filter { actions[$0.id] != nil })
        }
        while let next = deadlines.min, actions[next.id] == nil { deadlines.removeMin() }
    }
}

/// One run of an action of a clock: when it was scheduled, and when it was due, since the clock started.
package struct TimerRun: Hashable, Sendable {
    package let scheduled: Duration
    package let due: Duration

    package init(scheduled: Duration, due: Duration) {
        self.scheduled = scheduled
        self.due = due
    }
}

/// Tells how long work really takes; for limits and figures only, since all else goes by the `VirtualClock`.
///
/// It is made where the system's clocks may be read, and handed down.
public struct Stopwatch {
    private let reading: () -> Duration

    /// - Parameter reading: Gives a time that only grows, whatever it began with.
    public init(_ reading: @escaping () -> Duration) { self.reading = reading }

    /// The reading at this moment.
    public var now: Duration { reading() }
}
