import LiveProtocol

/// Rows that are told apart by a key, so that a row that moves is the same row.
///
/// A key that occurs again counts as the key of the first row only; later ones are told apart by their place.
class KeyedRows<Key: Hashable>: RowArray {
    let keys: ContiguousArray<Key>

    init(keys: ContiguousArray<Key>, rows: ContiguousArray<Rendered>) {
        self.keys = keys
        super.init(rows: rows)
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? KeyedRows<Key> else { return whole(&writer) }
        guard let origins = origins(in: old) else { return changes(since: old, &writer) { $0 } }
        return changes(since: old, &writer) { origins[$0] }
    }

    /// The old place of each row; nil when all are where they were, for which no key is looked up.
    final func origins(in old: KeyedRows<Key>) -> [Int?]? {
        keys == old.keys ? nil : RowOrigins.find(keys, in: old.keys)
    }
}

extension RenderedList {
    /// Rows that are told apart by their keys, one for each; by their place when there are no keys.
    package static func rows(_ rows: ContiguousArray<Rendered>, by keys: ContiguousArray<some Hashable>?)
        -> RenderedList
    {
        if let keys { KeyedRows(keys: keys, rows: rows) } else { RowArray(rows: rows) }
    }
}

/// Finds where rows were before.
enum RowOrigins {
    /// The old place of each key; nil where it is new, or occurs again.
    static func find<Key: Hashable>(_ keys: some Sequence<Key>, in old: some Sequence<Key>) -> [Int?] {
        var places = Dictionary(zip(old, 0...)) { first, _ in first }
        return keys.map { places.removeValue(forKey: $0) }
    }
}
