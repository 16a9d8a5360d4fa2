/// Names one node of one `Document`.
///
/// An identifier outlives its node safely: the place of a freed node is used again under another generation, so an old
/// identifier answers `false` to `Document.isAlive(_:)` instead of naming a stranger.
public struct NodeID: Hashable, Sendable {
    let index: Int32
    let generation: UInt32
}
