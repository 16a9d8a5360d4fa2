import LiveProtocol

/// Gives the rows of a list before a diff to their new places, copying a row that is wanted more than once.
struct RowMoves {
    /// The rows that moves take from, by their old places; an update in place must not change them.
    private var sources: [Int: RenderedNode] = [:]
    /// The old places whose rows have a place already.
    private var taken: Set<Int> = []

    /// - Throws: `RenderedTreeError` when a move takes from where no row was.
    init(_ diff: KeyedDiff, old: [RenderedNode]) throws(RenderedTreeError) {
        for entry in diff.entries.values {
            switch entry {
            case .update: continue
            case .move(let from), .moveAndUpdate(let from, _):
                guard old.indices.contains(from) else { throw .rowOutOfRange(index: from, count: old.count) }
                sources[from] = old[from]
                if diff.entries[from] == nil, from < diff.count { taken.insert(from) }
            }
        }
    }

    /// The row that is updated where it stands; nil when it is new.
    ///
    /// - Parameter rows: The rows, of which those from this place on are still the old ones.
    func rowToUpdate(at index: Int, in rows: [RenderedNode]) -> RenderedNode? {
        guard rows.indices.contains(index) else { return nil }
        return sources[index]?.copy() ?? rows[index]
    }

    mutating func take(_ index: Int) throws(RenderedTreeError) -> RenderedNode {
        guard let row = sources[index] else { throw .rowOutOfRange(index: index, count: 0) }
        return taken.insert(index).inserted ? row : row.copy()
    }
}
