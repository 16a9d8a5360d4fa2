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
        /// It was run several times, and not always the same came of it.
        case flaky(Flakiness)
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

    /// How long a step waited in real time, and for what.
    package struct StepWaits: Sendable {
        package let step: Step
        let parts: [ServerWait]

        var duration: Duration { parts.map(\.duration).reduce(.zero, +) }
    }

    /// How long a step took in real time.
    package struct StepTime: Sendable {
        package let step: Step
        package let duration: Duration
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
    /// The steps that waited in real time: for a server elsewhere, or for what tasks of views here wait for.
    package var waits: [StepWaits] = []
    /// The steps that were begun, with the time each took.
    package internal(set) var times: [StepTime] = []
    /// The folder that holds what is kept of its failure; nil where nothing is.
    package internal(set) var artifacts: String?
    /// What the sessions behind its pages did; nothing is known of those of a server elsewhere.
    package internal(set) var totals = SessionTotals()

    /// Whether the run is to fail for it.
    public var isFailure: Bool {
        switch outcome {
        case .failed, .passedUnexpectedly, .flaky: true
        case .passed, .skipped, .failedAsKnown: false
        }
    }
}
