/// The new content of one dynamic.
public enum DynamicDiff: Equatable, Sendable {
    /// Escaped HTML text.
    case text(String)
    /// A node, or what changed in it.
    indirect case node(NodeDiff)
    /// The place of the component with this identifier.
    case component(Int)
}
