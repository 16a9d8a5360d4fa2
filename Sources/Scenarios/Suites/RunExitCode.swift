/// What the exit code of a run says (RunningScenarios.md, "Exit codes").
package enum RunExitCode: Int32, Sendable {
    case passed = 0
    case failed = 1
    /// A scenario file or the call is wrong, a server does not start, or a report cannot be written.
    case unusable = 2
    /// No case was chosen.
    case nothingRan = 3
    /// Somebody ended the run before its end.
    case interrupted = 130
}
