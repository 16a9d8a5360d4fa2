/// The table of the keys of a page, with the keys that a person gave to its actions.
struct PageKeys: Sendable {
    /// The table as it is.
    static let standard = PageKeys(.standard)

    let rows: [PageKeyMap.Row]
    private let places: [Key: [Int]]

    init(_ map: KeyMap) {
        rows = PageKeyMap.rows.map { row in
            var row = row
            row.keys = map.keys(of: row.name, standard: row.keys)
            return row
        }
        places = rows.indices.reduce(into: [:]) { [rows] places, place in
            for key in rows[place].keys { places[key, default: []].append(place) }
        }
    }

    /// What a key does now; nil when it does nothing here.
    func action(for key: Key, in context: KeyContext) -> PageAction? {
        places[key]?.lazy.map { rows[$0] }.first { $0.keys(in: context).contains(key) }?.action
    }
}
