/// What becomes of a finding, such as two elements with one id.
public enum LintLevel: String, Hashable, Sendable, CaseIterable {
    /// Nobody hears of it.
    case ignore
    /// It is told.
    case warn
    /// It is told, and a script that brings it about has failed.
    case error
}
