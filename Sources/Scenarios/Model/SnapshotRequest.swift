/// A picture of the page that has to be the one kept.
package struct SnapshotRequest: Hashable, Sendable {
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// The frame as text.
        case frame
        /// Roles and names.
        case outline
        /// The document.
        case html
    }

    package var name: String
    package var form: Form
    /// The element to which an outline or document is limited.
    package var target: Target?
    /// Texts that are masked, because they differ from run to run.
    package var hidden: [String]
}
