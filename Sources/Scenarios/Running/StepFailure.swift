import Simulator
import TextLayout

/// Why a step failed, and what the page was like. `FailurePrinter` puts it in words.
package struct StepFailure: Sendable {
    enum Reason: Sendable {
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
        /// What keeps this one verb from being done, in lines for people.
        case impossible([String])
        /// What came up counts as a failure.
        case findings([Finding])
        /// No page is open yet, in the page of that name.
        case nothingOpen(page: String)
        /// Time did not pass to its end.
        case notAdvanced(Duration, of: Duration, WaitEnd)
        /// The case has taken longer than so much real time.
        case outOfTime(Duration)
        /// No server elsewhere can do it, for a reason.
        case needsOwnProcess(String)
        /// The page looks different from what it is in process.
        case otherPicture
    }

    package let step: Step
    /// The names of the groups that the step is in, the outermost first.
    let groups: [String]
    let reason: Reason
    /// How long was waited for it to be otherwise.
    let wait: WaitReport?
    /// What else came up in the step.
    let besides: [Finding]
    /// The picture at that moment.
    let picture: MarkedFrame
    /// The picture after the same step in process, where the two are compared.
    var pictureInProcess: MarkedFrame?
    /// What else there is to say of it.
    var remark: String?
    /// What happened last between page and view, oldest first.
    let events: [String]
}

/// The text of a frame, with the rows marked that a message is about.
struct MarkedFrame: Hashable, Sendable {
    let size: Size
    let lines: [String]
    let markedRows: Set<Int>

    init(_ frame: Frame, markedRows: Set<Int> = []) {
        size = frame.size
        self.markedRows = markedRows
        var lines = (0..<frame.size.rows).map(frame.text(ofRow:))
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }
}
