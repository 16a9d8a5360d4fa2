import LiveProtocol
import TextLayout

extension ScenarioRunner {
    /// Runs a case of a plan several times, which is to come to the same each time: the same outcome, the same picture in
    /// the end.
    ///
    /// - Returns: What came of the first run, or that not all came to the same; its time is that of all runs.
    func run(_ planned: PlannedCase, times count: Int) -> CaseResult {
        guard count > 1, planned.scenario.skip == nil else { return run(planned) }
        var (result, frame) = runForPicture(planned)
        var (duration, different) = (result.duration, 0)
        var other: Flakiness.Run?
        for number in 2...count {
            let (next, nextFrame) = runForPicture(planned)
            duration += next.duration
            result.totals += next.totals
            guard !Self.isSame(result, frame, as: next, nextFrame) else { continue }
            different += 1
            result.artifacts = result.artifacts ?? next.artifacts
            other = other ?? Self.run(number, next, nextFrame)
        }
        if let other {
            result.outcome = .flaky(
                Flakiness(count: count, different: different, first: Self.run(1, result, frame), other: other))
        }
        result.duration = duration
        return result
    }

    private static func run(_ number: Int, _ result: CaseResult, _ frame: Frame?) -> Flakiness.Run {
        Flakiness.Run(
            number: number, failures: result.outcome.failures,
            picture: MarkedFrame(frame ?? Frame(size: Size(columns: 1, rows: 1))))
    }

    private static func isSame(
        _ one: CaseResult, _ frame: Frame?, as other: CaseResult, _ otherFrame: Frame?
    ) -> Bool {
        // Where a page was not at rest in the end, its picture says nothing.
        if let frame, let otherFrame, !frame.isSame(as: otherFrame) { return false }
        let (failures, otherFailures) = (one.outcome.failures, other.outcome.failures)
        return failures.count == otherFailures.count
            && zip(failures, otherFailures).allSatisfy {
                $0.step.path == $1.step.path && $0.step.place == $1.step.place
            }
    }
}

extension CaseResult.Outcome {
    /// Why it failed.
    fileprivate var failures: [StepFailure] {
        switch self {
        case .failed(let failures): failures
        case .passed, .skipped, .failedAsKnown, .passedUnexpectedly, .flaky: []
        }
    }
}
