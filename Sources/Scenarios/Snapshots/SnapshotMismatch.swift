/// A picture that is not the one kept.
package struct SnapshotMismatch: Hashable, Sendable {
    package let path: String
    /// The picture kept; nil when there is none.
    package let kept: String?
    package let found: String
}
