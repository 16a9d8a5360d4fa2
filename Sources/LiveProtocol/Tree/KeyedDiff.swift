/// What changed in the rows of a keyed list (CLIENT.md 9.3). Indices of old rows are those before the diff.
package struct KeyedDiff: Equatable, Sendable {
    package enum Entry: Equatable, Sendable {
        /// The row at this place changed, or is new.
        case update(NodeDiff)
        /// The row is the old row of that index.
        case move(from: Int)
        /// The row is the old row of that index, changed.
        case moveAndUpdate(from: Int, NodeDiff)
    }

    /// The rows that are not as they were, by their new index.
    package var entries: SparseArray<Entry>
    /// The new number of rows.
    package var count: Int

    package init(entries: SparseArray<Entry> = [:], count: Int) {
        self.entries = entries
        self.count = count
    }

    /// Whether any row comes from another place, key `km`.
    package var hasMoves: Bool {
        entries.values.contains { entry in
            switch entry {
            case .update: false
            case .move, .moveAndUpdate: true
            }
        }
    }
}
