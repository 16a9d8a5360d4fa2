/// Names one node of one `Document`.
///
/// An identifier outlives its node safely: the place of a freed node is used again under another generation, so an old
/// identifier answers `false` to `Document.isAlive(_:)` instead of naming a stranger.
public struct NodeID: Hashable, Sendable {
    /// The node's place among the document's nodes, a small number: tables about nodes can be arrays indexed by it.
    public let index: Int32
    let generation: UInt32
}
