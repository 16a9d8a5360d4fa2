import HTMLTree

/// Which box shows which element, by the element's place in the document.
struct BoxTable {
    private struct Entry {
        var node: NodeID
        /// The element's own box, or the one in whose lines it stands.
        var box: Box
    }

    private var entries: ContiguousArray<Entry?> = []

    /// The box that an element generates itself.
    func box(of node: NodeID) -> Box? {
        guard let box = holder(of: node), box.node == node else { return nil }
        return box
    }

    /// The box of an element, or for one inside lines the box that has the lines.
    func holder(of node: NodeID) -> Box? {
        let place = Int(node.index)
        guard place < entries.count, let entry = entries[place], entry.node == node else { return nil }
        return entry.box
    }

    mutating func set(_ box: Box?, for node: NodeID) {
        let place = Int(node.index)
        if place >= entries.count {
            guard box != nil else { return }
            entries.append(contentsOf: repeatElement(nil, count: max(place + 1, entries.count * 3 / 2) - entries.count))
        }
        entries[place] = box.map { Entry(node: node, box: $0) }
    }
}
