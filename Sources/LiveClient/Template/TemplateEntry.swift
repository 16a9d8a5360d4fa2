import HTMLTree

/// One node of a template.
struct TemplateEntry {
    let prepared: PreparedNode
    /// The entry that it is directly in; nil at the top.
    let parent: Int?
    /// The attributes, where some of them change.
    let attributes: AttributePlan?
    /// The HTML of the whole element, where its inside cannot be cut into parts.
    let sealed: SealedSource?
    /// Whether the element takes the attributes that name a root, if no other took them before.
    let takesIdentity: Bool
    /// Whether rules of patching hold for all that is in the element, as for `phx-update`.
    let isGuard: Bool
    /// The nearest guard around it, or the entry itself where its attributes cannot change without what is in it.
    let wholeEntry: Int?
    /// The items that the node and all that is in it are.
    var items: Range<Int>
}
