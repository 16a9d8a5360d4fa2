/// What a run is going to do: the cases, in the order in which they are run and reported.
package struct SuitePlan: Sendable {
    package var cases: [PlannedCase]
    /// The scenarios of all files that were read, also of those without a chosen case.
    package let scenarios: [Scenario]
    /// What is not wrong with the files and still to be told, in words; empty when there is nothing.
    package var warnings = ""

    /// What of it needs a network, as it is called on the command line or in a file; nil when all runs in this process.
    package var networkNeed: String? { cases.lazy.compactMap(\.networkNeed).first }
}

/// What came of planning.
package enum PlanOutcome: Sendable {
    case planned(SuitePlan)
    /// Something of the files or of what was asked for is wrong; the words tell all of it.
    case unusable(String)
    /// All is right, but no case was chosen; the words tell why.
    case nothing(String)
}
