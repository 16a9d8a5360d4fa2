import Simulator

/// Why a step failed, and what the page was like. `FailurePrinter` puts it in words.
package struct StepFailure: Sendable {
    package enum Reason: Sendable {
        /// No visible element fits; `nearest` are targets that would.
        case noTarget(Target, hiddenCount: Int, nearest: [String])
        /// Several fit, each told apart by a target of its own.
        case severalTargets(Target, [String])
        case tooFewTargets(Target, count: Int)
        case noSurroundings(String)
        /// A person could not do that.
        case refused(SimulatorError)
        /// What an expectation demands is not so, and did not become so.
        case unmet([UnmetCondition])
        /// It was so, and did not stay so.
        case ceased([UnmetCondition], after: Duration)
        case snapshot(SnapshotMismatch)
        case snapshotNotSaved(path: String, reason: String)
        /// There is nothing to go back or forward to.
        case noHistory(Step.HistoryMove)
        case noComponent(Target)
        /// The page asked something else than the step answers.
        case otherQuestion(String, wanted: String)
        /// What came up counts as a failure.
        case findings([Finding])
        /// An address that is not under the app's own.
        case elsewhere(String, origin: String)
        /// No page is open yet, in the page of that name.
        case nothingOpen(page: String)
        /// Time did not pass to its end.
        case notAdvanced(Duration, of: Duration, WaitEnd)
        /// Not all keys were pressed within the real time that a case has.
        case notPressed(count: Int, of: Int, Duration)
        /// The case has taken longer than so much real time.
        case outOfTime(Duration)
        /// The server can be reached, and the page did not join its view again.
        case notReconnected(after: Duration)
    }

    package let step: Step
    /// The names of the groups that the step is in, the outermost first.
    package let groups: [String]
    package let reason: Reason
    /// How long was waited for it to be otherwise.
    let wait: WaitReport?
    /// What else came up in the step.
    package let besides: [Finding]
    /// The picture at that moment.
    package let picture: MarkedFrame
    /// What happened last between page and view, oldest first.
    package let events: [String]
}

/// One condition that is not true.
package struct UnmetCondition: Hashable, Sendable {
    package let wanted: String
    package let found: String
}
