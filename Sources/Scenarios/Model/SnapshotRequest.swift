/// A picture of the page that has to be the one kept.
public struct SnapshotRequest: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// The frame as text.
        case frame
        /// Roles and names.
        case outline
        /// The document.
        case html
    }

    public var name: String
    public var form: Form
    /// The element to which an outline or document is limited.
    public var target: Target?
    /// Texts that are masked, because they differ from run to run.
    public var hidden: [String]
}
