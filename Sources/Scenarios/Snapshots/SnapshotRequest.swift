import TextLayout

/// A picture of the page that has to be the one kept.
struct SnapshotRequest: Hashable, Sendable {
    enum Form: String, Hashable, Sendable, CaseIterable {
        /// The frame as text.
        case frame
        /// The frame as text, and a grid of letters that stand for the styles of its cells.
        case styled
        /// Roles and names.
        case outline
        /// The document.
        case html
    }

    /// What is masked, because it differs from run to run.
    enum Mask: Hashable, Sendable {
        /// A text, wherever it stands.
        case text(String)
        /// The elements that fit, with all that is in them.
        case elements(Target)
    }

    let name: String
    let form: Form
    /// The element to which it is limited.
    let target: Target?
    let masks: [Mask]

    /// The targets that are masked.
    var maskedTargets: [Target] {
        masks.compactMap { if case .elements(let target) = $0 { target } else { nil } }
    }
}
