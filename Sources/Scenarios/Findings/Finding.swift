import LiveClient

/// A mistake that came up while a step ran: of the page, of a view, or of the step itself.
package struct Finding: Hashable, Sendable {
    package let rule: Diagnostic.Rule
    /// What was found, in a sentence.
    package let message: String

    /// Whether nobody here knows why, so that it is taken for whatever is expected to have failed.
    package var isUnexplained = false

    /// What becomes of findings unless the header or the command line says otherwise: without these a run would be green
    /// though nothing was done that the scenario asks for. All others only warn.
    static let standardLevels: [Diagnostic.Rule: LintLevel] = [
        .noView: .error, .join: .error, .renderedTree: .error, .failedPush: .error, .failedInfo: .error,
        .failedTemplate: .error, .endlessWork: .error,
    ]

    /// The names of the rules that fail a step unless told otherwise, for people.
    package static var failingRules: String {
        Diagnostic.Rule.allCases.filter { standardLevels[$0] == .error }.map(\.rawValue).joined(separator: ", ")
    }
}
