/// How a node of a diff names its statics (CLIENT.md 9.1, 9.4, 9.5).
public enum StaticsReference: Hashable, Sendable {
    /// The pieces themselves.
    case pieces(Statics)
    /// The number of a template in the nearest enclosing `p` of the same diff.
    case template(Int)
    /// The component whose tree is copied: after its own merge in this diff if positive, as it was before if negative.
    case component(Int)
}
