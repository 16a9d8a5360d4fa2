import LiveProtocol

/// Gives the rows of a list before a diff to their new places, copying a row that is wanted more than once.
struct RowMoves {
    private let old: [RenderedNode]
    /// The rows that moves take from, which an update in place must not change under them.
    private let sources: Set<Int>
    /// The rows that have a place already.
    private var taken: Set<Int> = []

    init(_ diff: KeyedDiff, old: [RenderedNode]) {
        self.old = old
        var sources: Set<Int> = []
        for entry in diff.entries.values {
            switch entry {
            case .update: continue
            case .move(let from), .moveAndUpdate(let from, _): sources.insert(from)
            }
        }
        self.sources = sources
        for source in sources where diff.entries[source] == nil && source < diff.count { taken.insert(source) }
    }

    /// The row that is updated where it stands; nil when it is new.
    func rowToUpdate(at index: Int) -> RenderedNode? {
        guard old.indices.contains(index) else { return nil }
        return sources.contains(index) ? old[index].copy() : old[index]
    }

    mutating func take(_ index: Int) throws(RenderedTreeError) -> RenderedNode {
        guard old.indices.contains(index) else { throw .rowOutOfRange(index: index, count: old.count) }
        return taken.insert(index).inserted ? old[index] : old[index].copy()
    }
}
