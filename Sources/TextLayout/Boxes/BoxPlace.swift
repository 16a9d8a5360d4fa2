import HTMLTree

/// Where a box hangs among the others, so that its way up to the page can be found and checked.
///
/// A box does not hold the one above it. Whoever follows the way looks at each step whether the box is still there, so
/// boxes that were kept or dropped need no care.
struct BoxPlace {
    /// The element whose box this one is in, maybe with an anonymous box between.
    var element: NodeID?
    /// The place of that anonymous box; -1 where there is none.
    var anonymousIndex: Int32 = -1
    /// The place in the box right above.
    var index: Int32 = 0
}
