/// Makes a report of a run: gives the text to write as the run begins, as each case ends, and as the run ends.
///
/// Cases come in the order of the plan, however many threads run them.
package protocol Reporter {
    /// The run is about to begin.
    mutating func begin(_ run: RunBeginning) -> String

    /// A case is over.
    mutating func add(_ ended: EndedCase) -> String

    /// The run is over, or was ended.
    mutating func end(_ run: RunEnding) -> String
}

/// Takes a report.
package protocol ReportOutput {
    /// - Throws: Why it cannot be written.
    func write(_ text: String) throws

    /// All is written.
    ///
    /// - Throws: Why what was written did not arrive.
    func finish() throws
}

/// What is known before a run begins.
package struct RunBeginning: Sendable {
    /// The cases, in the order of the plan.
    package let cases: [PlannedCase]
}

/// A case that is over.
package struct EndedCase: Sendable {
    /// Its place in the order of the plan, from 1.
    package let number: Int
    package let planned: PlannedCase
    package let result: CaseResult
}

/// Why a run was ended before all its cases were run.
package enum RunStop: Hashable, Sendable {
    /// By a person or another program.
    case interrupted
    /// The first failure was to end it.
    case firstFailure
    /// A server could not be started, for a reason.
    case server(String)
}

/// What came of a run.
package struct RunEnding: Sendable {
    package private(set) var passed = 0
    package private(set) var failed = 0
    package private(set) var skipped = 0
    package private(set) var failedAsKnown = 0
    package private(set) var flaky = 0
    /// The cases that were not run.
    package internal(set) var notRun = 0
    package internal(set) var stop: RunStop?
    /// The real time it took.
    package internal(set) var elapsed = Duration.zero
    /// Files that hold what servers wrote.
    package internal(set) var serverOutputs: [String] = []

    package init() {}

    /// Counts a case.
    package mutating func add(_ result: CaseResult) {
        switch result.outcome {
        case .passed: passed += 1
        case .failed, .passedUnexpectedly: failed += 1
        case .skipped: skipped += 1
        case .failedAsKnown: failedAsKnown += 1
        case .flaky: flaky += 1
        }
    }

    /// The cases that are over.
    package var count: Int { passed + failed + skipped + failedAsKnown + flaky }

    /// What the exit code says of it.
    package var exitCode: RunExitCode {
        switch stop {
        case .server: .unusable
        case .interrupted: .interrupted
        case .firstFailure, nil: failed + flaky > 0 ? .failed : .passed
        }
    }
}
