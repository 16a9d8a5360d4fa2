import Basics
import Synchronization

/// A run of cases on a thread of its own, so that whoever began it can go on and end it early.
final class BackgroundRun: Sendable {
    /// What has come of it since the last look.
    struct News: Sendable {
        var results: [CaseResult] = []
        /// Whether it is over, and no more comes.
        var isOver = false
        /// Why it was ended before all its cases were run.
        var stop: RunStop?
        var elapsed = Duration.zero
    }

    private let news = Mutex(News())
    private let isInterrupted = Atomic(false)
    private let wake: @Sendable () -> Void

    /// Begins a run.
    ///
    /// - Parameter wake: Called from the run's thread when there is news.
    init(
        of plan: SuitePlan, by runner: ScenarioRunner, options: ScenarioSuite.Options,
        wake: @escaping @Sendable () -> Void
    ) {
        self.wake = wake
        let isStarted = OwnThread.start { [self] in run(plan, by: runner, options: options) }
        // Where the system has no more threads, whoever began it waits.
        if !isStarted { run(plan, by: runner, options: options) }
    }

    /// Lets no further case begin.
    func interrupt() { isInterrupted.store(true, ordering: .relaxed) }

    func takeNews() -> News {
        news.withLock { news in
            defer { news.results = [] }
            return news
        }
    }

    private func run(_ plan: SuitePlan, by runner: ScenarioRunner, options: ScenarioSuite.Options) {
        let suite = ScenarioSuite(
            runner: runner, options: options, isInterrupted: { [self] in isInterrupted.load(ordering: .relaxed) })
        var reports = RunReports()
        reports.append(NewsReporter(run: self), to: nil)
        // Nothing is written, so nothing can fail to be.
        _ = try? suite.run(plan, reports: reports)
        tell { $0.isOver = true }
    }

    fileprivate func tell(_ change: (inout News) -> Void) {
        news.withLock { change(&$0) }
        wake()
    }
}

/// Hands over what came of each case.
private struct NewsReporter: Reporter {
    let run: BackgroundRun

    func begin(_ run: RunBeginning) -> String { "" }

    func add(_ ended: EndedCase) -> String {
        run.tell { $0.results.append(ended.result) }
        return ""
    }

    func end(_ ending: RunEnding) -> String {
        run.tell {
            $0.stop = ending.stop
            $0.elapsed = ending.elapsed
        }
        return ""
    }
}
