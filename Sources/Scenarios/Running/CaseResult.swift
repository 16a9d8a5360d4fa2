import LiveProtocol

/// What came of one case.
public struct CaseResult: Sendable {
    package enum Outcome: Sendable {
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
    package struct Dump: Sendable {
        package let step: Step
        package let text: String
    }

    /// What a step brought about that is told, and fails nothing.
    package struct Warning: Sendable {
        package let step: Step
        package let findings: [Finding]
    }

    /// How long a step waited for a server elsewhere, and for what.
    package struct StepWaits: Sendable {
        package let step: Step
        let parts: [ServerWait]

        var duration: Duration { parts.map(\.duration).reduce(.zero, +) }
    }

    package let id: String
    package let title: String
    package internal(set) var outcome: Outcome
    /// The real time it took.
    package internal(set) var duration: Duration
    package let dumps: [Dump]
    package let warnings: [Warning]
    /// The snapshots that were written.
    package let savedSnapshots: [String]
    /// All snapshots that the case looked at.
    package let usedSnapshots: [String]
    /// The steps that waited for a server elsewhere.
    package var waits: [StepWaits] = []
    /// What the sessions behind its pages did; nothing is known of those of a server elsewhere.
    package internal(set) var totals = SessionTotals()

    /// Whether the run is to fail for it.
    public var isFailure: Bool {
        switch outcome {
        case .failed, .passedUnexpectedly: true
        case .passed, .skipped, .failedAsKnown: false
        }
    }
}
