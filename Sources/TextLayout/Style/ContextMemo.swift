import HTMLTree

/// What elements fulfilled, when last looked at, of the conditions that styles of elements below them depend on.
struct ContextMemo {
    private struct Entry {
        let node: NodeID
        let fulfilled: [Int32]
    }

    /// By the place of the element in the document; those that fulfil nothing have no entry.
    private var entries: [Int32: Entry] = [:]

    /// Takes note of what an element fulfils; says whether that is something else than before.
    mutating func update(_ node: NodeID, _ fulfilled: [Int32]) -> Bool {
        let known = entries[node.index].flatMap { $0.node == node ? $0.fulfilled : nil } ?? []
        guard known != fulfilled else { return false }
        entries[node.index] = fulfilled.isEmpty ? nil : Entry(node: node, fulfilled: fulfilled)
        return true
    }
}
