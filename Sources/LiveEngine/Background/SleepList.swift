import Synchronization

/// The tasks that sleep by the clock of one engine.
///
/// They go to sleep on whatever thread; the engine's thread takes over when they are to be woken, and wakes them.
final class SleepList: Sendable {
    private struct Sleeper {
        let task: TaskRest?
        let continuation: CheckedContinuation<Void, any Error>

        func wake(_ result: Result<Void, any Error>) {
            task?.sleepers.subtract(1, ordering: .relaxed)
            continuation.resume(with: result)
        }
    }

    private struct State {
        /// The engine's time, where it stands still until it is moved.
        var now = Duration.zero
        var nextNumber = 0
        /// Those who are about to sleep. One that is cancelled before is taken out.
        var drowsy: Set<Int> = []
        var sleepers: [Int: Sleeper] = [:]
        var changes = Changes()
        var isClosed = false
    }

    /// What the engine's thread has not taken over yet.
    struct Changes {
        /// Who went to sleep until when, in this order.
        var begun: [(number: Int, deadline: Duration)] = []
        /// Who was woken early.
        var cancelled: [Int] = []

        var isEmpty: Bool { begun.isEmpty && cancelled.isEmpty }
    }

    private let state = Mutex(State())
    /// The real time since the engine's clock started, where that goes on with it.
    private let reading: (@Sendable () -> Duration)?
    private let jobs: JobQueue

    /// - Parameters:
    ///   - reading: The real time since the engine's clock started; nil where that stands still until it is moved.
    ///   - jobs: Knows whom to tell that somebody sleeps.
    init(reading: (@Sendable () -> Duration)?, jobs: JobQueue) {
        self.reading = reading
        self.jobs = jobs
    }

    /// The time since the engine's clock started.
    var now: Duration { reading?() ?? state.withLock { $0.now } }

    /// Tells the time of a clock that stands still.
    func setTime(_ time: Duration) { state.withLock { $0.now = time } }

    /// Whether the engine's thread has something to take over.
    var hasChanges: Bool { state.withLock { !$0.changes.isEmpty } }

    /// Takes what has changed since the last call.
    func takeChanges() -> Changes {
        state.withLock { state in
            guard !state.changes.isEmpty else { return state.changes }
            var changes = state.changes
            state.changes = Changes()
            if !changes.cancelled.isEmpty { changes.begun.removeAll { state.sleepers[$0.number] == nil } }
            return changes
        }
    }

    // MARK: From whatever thread

    /// Waits until the engine's clock has come to a time.
    ///
    /// - Parameter task: That of a session, of which this is a part.
    /// - Throws: `CancellationError` when the task is cancelled, or the engine is gone.
    func sleep(until deadline: Duration, for task: TaskRest?) async throws {
        let number = state.withLock { state in
            state.nextNumber += 1
            state.drowsy.insert(state.nextNumber)
            return state.nextNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                begin(number, until: deadline, Sleeper(task: task, continuation: continuation))
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func begin(_ number: Int, until deadline: Duration, _ sleeper: Sleeper) {
        sleeper.task?.sleepers.add(1, ordering: .relaxed)
        let (isAsleep, isFirst) = state.withLock { state in
            guard state.drowsy.remove(number) != nil, !state.isClosed else { return (false, false) }
            state.sleepers[number] = sleeper
            state.changes.begun.append((number, deadline))
            return (true, state.changes.begun.count == 1)
        }
        if !isAsleep { sleeper.wake(.failure(CancellationError())) }
        if isFirst { jobs.tellOfNews() }
    }

    private func cancel(_ number: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            state.drowsy.remove(number)
            guard let sleeper = state.sleepers.removeValue(forKey: number) else { return nil }
            state.changes.cancelled.append(number)
            return sleeper
        }
        sleeper?.wake(.failure(CancellationError()))
    }

    // MARK: From the engine's thread

    /// Wakes one whose time has come, if it still sleeps.
    func wake(_ number: Int) { state.withLock { $0.sleepers.removeValue(forKey: number) }?.wake(.success(())) }

    /// Wakes all, and lets nobody sleep any more, since there is no clock that would wake them.
    func close() {
        let sleepers = state.withLock { state in
            defer {
                state.sleepers = [:]
                state.changes = Changes()
                state.isClosed = true
            }
            return state.sleepers
        }
        for (_, sleeper) in sleepers.sorted(by: { $0.key < $1.key }) { sleeper.wake(.failure(CancellationError())) }
    }
}

/// Whether a task of a session sleeps by its clock.
final class TaskRest: Sendable {
    /// How many parts of the task sleep: itself, its children, and what else it has started.
    let sleepers = Atomic(0)

    /// Whether any part of it sleeps by the session's clock.
    var isAsleep: Bool { sleepers.load(ordering: .relaxed) > 0 }
}
