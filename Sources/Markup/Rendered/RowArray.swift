import LiveProtocol

/// Rows that are kept in an array. Unless a subclass knows better, they are told apart by their place.
class RowArray: RenderedList {
    /// The rendered rows, as far as they have been rendered.
    final var rows: ContiguousArray<Rendered>

    init(rows: ContiguousArray<Rendered>) { self.rows = rows }

    override func whole(_ writer: inout DiffWriter) -> DynamicDiff { whole(of: rows, &writer) }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? RowArray else { return whole(&writer) }
        return changes(since: old, &writer) { index in index < old.rows.count ? index : nil }
    }

    override func write(to html: inout HTMLBuffer) { for row in rows { row.write(to: &html) } }

    /// What changed, when `origin` gives the old place of the row at a new place.
    final func changes(since old: RowArray, _ writer: inout DiffWriter, origin: (Int) -> Int?) -> DynamicDiff? {
        guard goOn(from: old, with: rows) else { return rows.isEmpty && old.rows.isEmpty ? nil : whole(&writer) }
        return changes(since: old, at: rows.indices, &writer, origin: origin)
    }

    /// What changed, when nothing did but at some places.
    final func changes(
        since old: RowArray, at places: some Sequence<Int>, _ writer: inout DiffWriter, origin: (Int) -> Int?
    ) -> DynamicDiff? {
        let diff = writer.withTemplates { writer in
            var keyed = KeyedDiff(count: rows.count)
            for index in places {
                let origin = origin(index).map { ($0, old.rows[$0]) }
                if let entry = entry(of: rows[index], at: index, from: origin, &writer) { keyed.entries[index] = entry }
            }
            let isSame = keyed.entries.isEmpty && rows.count == old.rows.count
            return NodeDiff(keyed: isSame ? nil : keyed)
        }
        if case .node(let node) = diff, node.isEmpty { return nil }
        return diff
    }
}
