/// The new content of one dynamic.
public indirect enum DynamicDiff: Equatable, Sendable {
    /// Escaped HTML text.
    case text(String)
    /// A node, or what changed in it.
    case node(NodeDiff)
    /// The place of the component with this identifier.
    case component(Int)
}
