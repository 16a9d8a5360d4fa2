import TextLayout

/// Which cells of a page look otherwise at one moment than at another.
struct PictureChanges {
    /// Cells that stay the same between two that do not are marked with them, when they are no more than this.
    private static let gap = 2

    /// Rows are those of the page.
    private(set) var areas: [Rect] = []

    /// What was put in or taken out between two rows moves those below it, which are then no change.
    init(from old: PageMoment, to new: PageMoment) {
        let (before, after) = (old.picture, new.picture)
        guard before.size == after.size else { return }
        let rows = (0..<before.size.rows).map(before.row)
        let newRows = (0..<after.size.rows).map(after.row)
        let difference = newRows.difference(from: rows)
        var removed = difference.removals.map(\.offset)[...]
        var inserted = difference.insertions.map(\.offset)[...]
        var (place, newPlace) = (0, 0)
        while newPlace < newRows.count {
            let isRemoved = removed.first == place
            if inserted.first == newPlace {
                inserted.removeFirst()
                if isRemoved { removed.removeFirst() }
                mark(
                    from: isRemoved ? rows[place] : nil, to: newRows[newPlace], onPage: newPlace + new.scrollRow)
                newPlace += 1
                if isRemoved { place += 1 }
            } else if isRemoved {
                removed.removeFirst()
                place += 1
            } else {
                place += 1
                newPlace += 1
            }
        }
    }

    /// - Parameter old: The row in whose place the other one is; nil for one that was put in.
    private mutating func mark(from old: [Cell]?, to new: [Cell], onPage row: Int) {
        var start: Int?
        var end = 0
        for column in new.indices {
            let isChanged = old.map { $0[column] != new[column] } ?? (new[column].text != " ")
            guard isChanged else { continue }
            if let begun = start, column - end > Self.gap {
                areas.append(Rect(column: begun, row: row, columns: end - begun, rows: 1))
                start = column
            }
            start = start ?? column
            end = column + 1
        }
        if let start { areas.append(Rect(column: start, row: row, columns: end - start, rows: 1)) }
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
