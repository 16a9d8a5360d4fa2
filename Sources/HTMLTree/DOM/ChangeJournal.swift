/// What happened to one node of a document.
package struct Change: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Its text, its attributes or the state of its control changed.
        case content
        /// It was put where it is, with all below it; its parent has a change of its children too.
        case placed
        /// Children of it came, went or moved.
        case children
    }

    package let node: NodeID
    package let kind: Kind
}

/// The last changes of a document, so that whoever follows it need not look for them through the whole tree.
struct ChangeJournal {
    private struct Entry {
        let revision: UInt64
        let change: Change
    }

    /// Whoever is behind by more changes than this does better to look at the whole tree.
    private static let capacity = 64

    private var entries: [Entry] = []
    /// Changes of this revision, or of one before it, were dropped.
    private var droppedRevision: UInt64 = 0

    /// Notes a change; after too many in one revision none of them is kept.
    mutating func note(_ node: NodeID, _ kind: Change.Kind, at revision: UInt64) {
        guard revision != droppedRevision else { return }
        let change = Change(node: node, kind: kind)
        if let last = entries.last, last.revision == revision, last.change == change { return }
        if entries.count == Self.capacity {
            droppedRevision = entries[Self.capacity / 2].revision
            entries.removeAll { $0.revision <= droppedRevision }
            if revision == droppedRevision { return }
        }
        entries.append(Entry(revision: revision, change: change))
    }

    /// The changes after a revision, in order; nil when some of them were dropped.
    func changes(since revision: UInt64) -> [Change]? {
        guard revision >= droppedRevision else { return nil }
        return entries.lazy.filter { $0.revision > revision }.map(\.change)
    }
}
