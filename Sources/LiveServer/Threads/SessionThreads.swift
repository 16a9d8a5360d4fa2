import Basics
import NIOCore
import NIOPosix
import Synchronization

/// The threads on which sessions work: as many as there are processors, and more while those are held up by handlers that
/// block, so that no session waits for another.
final class SessionThreads: TaskExecutor {
    private struct State {
        var jobs = Queue<UnownedJob>()
        /// Jobs that run now, and those that ever began to.
        var running = 0
        var begun = 0
        /// What `begun` was when the watch last looked.
        var begunBefore = 0
        var isWatched = false
        var extraThreads = 0
    }

    /// How long jobs may wait for a thread before there are more threads.
    private static let patience = TimeAmount.milliseconds(10)

    private let pool: NIOThreadPool
    private let limit: Int
    private let loop: any EventLoop
    private let state = Mutex(State())

    /// - Parameters:
    ///   - count: The threads that there are always.
    ///   - limit: How many more there may be.
    ///   - loop: Where it is looked whether there must be more.
    init(count: Int, limit: Int, loop: any EventLoop) {
        pool = NIOThreadPool(numberOfThreads: count)
        self.limit = limit
        self.loop = loop
        pool.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWatch = state.withLock { state in
            state.jobs.append(job)
            guard !state.isWatched, state.jobs.count + state.running > pool.numberOfThreads else { return false }
            state.isWatched = true
            state.begunBefore = state.begun
            return true
        }
        pool.submit { _ in self.runNext() }
        if mustWatch { watch() }
    }

    /// Ends the threads, each when its job is done.
    func stop() { pool.shutdownGracefully { _ in } }

    @discardableResult
    private func runNext() -> Bool {
        let job = state.withLock { state -> UnownedJob? in
            guard let job = state.jobs.popFirst() else { return nil }
            state.running += 1
            state.begun += 1
            return job
        }
        guard let job else { return false }
        job.runSynchronously(on: asUnownedTaskExecutor())
        state.withLock { $0.running -= 1 }
        return true
    }

    private func watch() { loop.scheduleTask(in: Self.patience) { self.look() } }

    /// Adds threads when no job has begun since the last look though some wait; looks again as long as any do.
    private func look() {
        let (added, mustWatch) = state.withLock { state -> (Int, Bool) in
            let isStuck = state.begun == state.begunBefore
            state.begunBefore = state.begun
            state.isWatched = state.jobs.count > 0
            guard isStuck, state.isWatched else { return (0, state.isWatched) }
            let added = min(state.extraThreads + 1, state.jobs.count, limit - state.extraThreads)
            state.extraThreads += added
            return (added, true)
        }
        for _ in 0..<added { addThread() }
        if mustWatch { watch() }
    }

    /// Starts a thread that ends when no job waits any more.
    private func addThread() {
        let thread = NIOThreadPool(numberOfThreads: 1)
        thread.start()
        thread.submit { _ in
            while self.runNext() {}
            self.state.withLock { $0.extraThreads -= 1 }
            thread.shutdownGracefully { _ in }
        }
    }
}
