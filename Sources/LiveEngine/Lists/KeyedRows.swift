import LiveProtocol

/// Rows that are told apart by a key, so that a row that moves is the same row.
///
/// A key that occurs again counts as the key of the first row only; later ones are told apart by their place.
class KeyedRows<Key: Hashable>: RenderedList {
    let keys: ContiguousArray<Key>

    init(keys: ContiguousArray<Key>, rows: ContiguousArray<Rendered>) {
        self.keys = keys
        super.init(rows: rows)
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? KeyedRows<Key> else { return whole(&writer) }
        return changes(since: old, &writer, origin: origins(in: old))
    }

    /// Gives the old place of the row at a new place. Places are looked up only where the keys differ.
    final func origins(in old: KeyedRows<Key>) -> (Int) -> Int? {
        guard keys != old.keys else { return { $0 } }
        var places: [Key: Int] = [:]
        places.reserveCapacity(old.keys.count)
        for (index, key) in old.keys.enumerated() where places[key] == nil { places[key] = index }
        var taken = Set<Int>()
        let origins = keys.map { key -> Int? in
            guard let place = places[key], taken.insert(place).inserted else { return nil }
            return place
        }
        return { origins[$0] }
    }
}
