import Basics
import Synchronization

/// What the tasks of one engine have to do next, in order of arrival, for the engine's thread to do between events.
///
/// So tasks run in one order, and it is known when they have nothing to do. When no page of the engine is left, there is
/// nobody to do it, and what tasks have to do at their end is done by the threads that all programs have for tasks.
final class JobQueue: TaskExecutor {
    private struct State {
        var jobs = Queue<UnownedJob>()
        /// Whether the engine's thread does one, and looks for the next one after it.
        var isRunning = false
        /// Those of the connections that do the jobs.
        var inboxes: [ObjectIdentifier: Inbox] = [:]
    }

    private let state = Mutex(State())

    /// Whether there is anything to do.
    var isEmpty: Bool { state.withLock { $0.jobs.count == 0 } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (isTaken, isFirst) = state.withLock { state in
            guard !state.inboxes.isEmpty else { return (false, false) }
            state.jobs.append(job)
            return (true, state.jobs.count == 1)
        }
        if !isTaken { globalConcurrentExecutor.enqueue(job) }
        if isFirst { tellOfNews() }
    }

    /// Lets the connections know that there is something to do, unless one of them is at it.
    func tellOfNews() {
        let inboxes = state.withLock { $0.isRunning ? [:] : $0.inboxes }
        for inbox in inboxes.values { inbox.onActivity?() }
    }

    // MARK: From the engine's thread

    /// Does the next job.
    ///
    /// - Returns: False when there was none.
    func runNext() -> Bool {
        let job = state.withLock { state in
            let job = state.jobs.popFirst()
            state.isRunning = job != nil
            return job
        }
        guard let job else { return false }
        job.runSynchronously(on: asUnownedTaskExecutor())
        state.withLock { $0.isRunning = false }
        return true
    }

    /// A connection does jobs from now on, and is told of them through its inbox.
    func attach(_ inbox: Inbox) { state.withLock { $0.inboxes[ObjectIdentifier(inbox)] = inbox } }

    /// A connection is gone.
    func detach(_ inbox: Inbox) {
        release { state in state.inboxes[ObjectIdentifier(inbox)] = nil }
    }

    /// All connections are gone.
    func detachAll() {
        release { state in state.inboxes = [:] }
    }

    /// Leaves the jobs to other threads if nobody here does them any more.
    private func release(after change: (inout State) -> Void) {
        let jobs = state.withLock { state -> Queue<UnownedJob> in
            change(&state)
            guard state.inboxes.isEmpty else { return Queue() }
            defer { state.jobs = Queue() }
            return state.jobs
        }
        for job in jobs { globalConcurrentExecutor.enqueue(job) }
    }
}
