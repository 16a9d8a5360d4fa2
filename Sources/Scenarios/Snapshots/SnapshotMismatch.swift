/// A picture that is not the one kept.
public struct SnapshotMismatch: Hashable, Sendable {
    public let path: String
    /// The picture kept; nil when there is none.
    public let kept: String?
    public let found: String
}
