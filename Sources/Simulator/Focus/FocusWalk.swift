import HTMLTree

/// Moves the focus by Tab, and goes on from where it was when the focused element left the page or the person left it.
struct FocusWalk {
    /// The stop that had the focus last, and its place among the stops.
    private var last: (node: NodeID, place: Int)?

    /// Keeps in mind where the focus is.
    mutating func remember(_ node: NodeID, place: Int) { last = (node, place) }

    mutating func forget() { last = nil }

    /// The stop after or before the focus, round at the ends; nil when there is none.
    func next(in stops: TabStops, of document: Document, isBackward: Bool) -> Int? {
        let count = stops.nodes.count
        guard count > 0 else { return nil }
        let step = isBackward ? -1 : 1
        if let active = document.activeElement, let place = stops.place(of: active, in: document) {
            return (place + step + count) % count
        }
        guard let last else { return isBackward ? count - 1 : 0 }
        if document.isAlive(last.node), let place = stops.nodes.firstIndex(of: last.node) {
            return (place + step + count) % count
        }
        // It is gone, and what came after it has taken its place.
        return isBackward ? (last.place - 1 + count) % count : last.place % count
    }
}
