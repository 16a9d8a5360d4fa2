/// Why a change cannot be made, or not by parts.
enum PartError: Error {
    /// Some HTML means what it means only together with what is around it, which is then parsed with it.
    case notComposable
    /// It is not known what of the document shows a node, or how; what is around it is then shown anew.
    case unbound
    /// The change does not fit the tree, and must not be shown at all.
    case tree(RenderedTreeError)
}
