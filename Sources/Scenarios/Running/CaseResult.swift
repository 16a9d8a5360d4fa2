/// What came of one case.
public struct CaseResult: Sendable {
    public enum Outcome: Sendable {
        case passed
        case failed([StepFailure])
        /// It was not run; `why` is what the file says.
        case skipped(why: String)
        /// It failed, as the file says it does.
        case failedAsKnown(why: String)
        /// It passed though the file says that it fails.
        case passedUnexpectedly(why: String)
    }

    /// Something that a `dump` step put into the report.
    public struct Dump: Sendable {
        public let step: Step
        public let text: String
    }

    /// What a step brought about that is told, and fails nothing.
    public struct Warning: Sendable {
        public let step: Step
        public let findings: [Finding]
    }

    public let id: String
    public let title: String
    public let outcome: Outcome
    /// The real time it took.
    public let duration: Duration
    public let dumps: [Dump]
    public let warnings: [Warning]
    /// The snapshots that were written.
    public let savedSnapshots: [String]
    /// All snapshots that the case looked at.
    public let usedSnapshots: [String]

    public var isFailure: Bool {
        switch outcome {
        case .failed, .passedUnexpectedly: true
        case .passed, .skipped, .failedAsKnown: false
        }
    }
}
