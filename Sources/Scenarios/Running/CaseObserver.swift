import Simulator
import TextLayout

/// Sees a case run, step by step; traces, pictures of failures and coverage come of it.
package protocol CaseObserver: AnyObject {
    /// A step is over, whether it could be done or not.
    func stepEnded(_ moment: StepMoment)

    /// The case is over.
    func caseEnded(_ result: CaseResult)

    /// The folder in which it has kept something of a case that failed, to be named in reports.
    var artifacts: String? { get }
}

extension CaseObserver {
    /// Nothing is kept.
    package var artifacts: String? { nil }
}

/// The moment at which a step is over.
package struct StepMoment {
    package let step: Step
    /// The names of the groups that the step is in, the outermost first.
    package let groups: [String]
    /// The page that the step acted on, as it is now.
    package let simulator: Simulator
    /// The colours that the case's frames are limited to.
    package let colors: FrameColors
    /// What the scenario calls that page.
    package let pageName: String
    /// Why the step could not be done; nil when it could.
    package let failure: StepFailure?
}
