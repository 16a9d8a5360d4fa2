import Basics
import Synchronization

/// Runs cases on several threads, each case wholly on one, and hands over what comes of them in the order in which they stand.
///
/// A case that needs a server elsewhere runs on the calling thread when its turn comes, so that no two of them meet there.
struct CaseWorkers {
    /// How soon it is seen that the run was interrupted, while nothing else happens.
    private static let patience = Duration.milliseconds(100)

    let cases: [PlannedCase]
    let count: Int
    /// Whether no further case is to be begun; asked from all threads.
    let isInterrupted: @Sendable () -> Bool
    /// Whether a case has to run on the calling thread.
    let runsAlone: @Sendable (PlannedCase) -> Bool
    /// Runs one of the others.
    let run: @Sendable (PlannedCase) -> CaseResult

    /// Runs the cases.
    ///
    /// - Parameters:
    ///   - alone: Runs a case on the calling thread; nil ends the run.
    ///   - deliver: Takes what came of each, in order, on the calling thread; false ends the run.
    /// - Throws: What `deliver` throws, once no thread is at work any more.
    func run(
        alone: (PlannedCase) -> CaseResult?, deliver: (PlannedCase, CaseResult) throws -> Bool
    ) rethrows {
        let parallel = cases.indices.filter { !runsAlone(cases[$0]) }
        let queue = WorkQueue(parallel, isInterrupted: isInterrupted)
        var threads = 0
        for _ in 0..<(count > 1 ? min(count, parallel.count) : 0) {
            let isStarted = OwnThread.start { [cases, run] in
                while let index = queue.next() { queue.put(run(cases[index]), at: index) }
                queue.threadEnded()
            }
            if isStarted { threads += 1 }
        }
        defer {
            queue.stop()
            queue.wait(untilEnded: threads)
        }
        for (index, planned) in cases.enumerated() {
            let result: CaseResult?
            if threads == 0 || runsAlone(planned) {
                result = isInterrupted() ? nil : alone(planned)
            } else {
                result = queue.take(at: index, patience: Self.patience)
            }
            guard let result, try deliver(planned, result) else { return }
        }
    }
}

/// Which case is next, and what came of those that are over.
private final class WorkQueue: Sendable {
    private struct State {
        var results: [Int: CaseResult] = [:]
        /// Those that a thread is at work on.
        var begun: Set<Int> = []
        var position = 0
        var isStopped = false
        var endedThreads = 0
    }

    private let indices: [Int]
    private let isInterrupted: @Sendable () -> Bool
    private let state = Mutex(State())
    private let arrival = Arrival()

    init(_ indices: [Int], isInterrupted: @escaping @Sendable () -> Bool) {
        self.indices = indices
        self.isInterrupted = isInterrupted
    }

    /// The next case for a thread; nil when there is nothing more to do.
    func next() -> Int? {
        if isInterrupted() { stop() }
        return state.withLock { state in
            guard !state.isStopped, state.position < indices.count else { return nil }
            defer { state.position += 1 }
            state.begun.insert(indices[state.position])
            return indices[state.position]
        }
    }

    func put(_ result: CaseResult, at index: Int) {
        state.withLock { $0.results[index] = result }
        arrival.ring()
    }

    /// Waits for what came of a case; nil when it will not be run.
    func take(at index: Int, patience: Duration) -> CaseResult? {
        while true {
            let (result, isToCome) = state.withLock { state in
                (state.results.removeValue(forKey: index), state.begun.contains(index) || !state.isStopped)
            }
            if result != nil || !isToCome { return result }
            if !arrival.wait(atMost: patience), isInterrupted() { stop() }
        }
    }

    func threadEnded() {
        state.withLock { $0.endedThreads += 1 }
        arrival.ring()
    }

    /// Waits until so many threads are done with their cases.
    func wait(untilEnded count: Int) {
        while state.withLock({ $0.endedThreads < count }) { _ = arrival.wait(atMost: .seconds(1)) }
    }

    /// Lets no further case begin.
    func stop() { state.withLock { $0.isStopped = true } }
}
