/// A picture of the page that has to be the one kept.
struct SnapshotRequest: Hashable, Sendable {
    enum Form: String, Hashable, Sendable, CaseIterable {
        /// The frame as text.
        case frame
        /// Roles and names.
        case outline
        /// The document.
        case html
    }

    let name: String
    let form: Form
    /// The element to which an outline or document is limited.
    let target: Target?
    /// Texts that are masked, because they differ from run to run.
    let hidden: [String]
}
