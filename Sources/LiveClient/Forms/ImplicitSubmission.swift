import HTMLTree

/// How Enter in a field sends its form.
public enum ImplicitSubmission: Hashable, Sendable {
    /// By pressing this button.
    case button(NodeID)
    /// By itself, without a submitter.
    case form(NodeID)
}
