/// The elements that changed otherwise than by the view that owns them, so that it can find them.
struct Edits {
    var isNoting = false
    var attributes: Set<NodeID> = []
    var children: Set<NodeID> = []
}
