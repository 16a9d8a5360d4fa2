/// The place of one element among its siblings, kept so that asking for its neighbours in order takes no walk each.
struct ChildIndexMemo {
    let node: NodeID
    let index: Int
}
