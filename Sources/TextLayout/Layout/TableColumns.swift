/// What the columns of a table ask for.
struct TableColumns {
    var columns: [IntrinsicWidths] = []
    /// Whether lines are drawn between columns.
    var isRuled = false

    /// Whether there is so little room that one blank has to do between columns.
    private var isTight = false

    /// The cells between two columns: a line with a blank on each side, or blanks.
    var gap: Int { isRuled ? 3 : isTight ? 1 : 2 }

    var gaps: Int { gap * max(0, columns.count - 1) }

    /// What the whole table asks for, without its own borders.
    var widths: IntrinsicWidths {
        columns.reduce(IntrinsicWidths.zero) {
            IntrinsicWidths(minimum: $0.minimum + $1.minimum, maximum: $0.maximum + $1.maximum)
        }.widened(by: gaps + edges)
    }

    /// The blanks inside the outer lines.
    var edges: Int { isRuled ? 2 : 0 }

    /// Takes in what a cell asks for that covers some columns from `first` on.
    mutating func add(_ widths: IntrinsicWidths, first: Int, span: Int) {
        while columns.count < first + span { columns.append(.zero) }
        guard span > 1 else {
            columns[first] = columns[first].union(widths)
            return
        }
        let covered = columns[first..<first + span]
        let lacking = IntrinsicWidths(
            minimum: widths.minimum - covered.reduce(0) { $0 + $1.minimum } - gap * (span - 1),
            maximum: widths.maximum - covered.reduce(0) { $0 + $1.maximum } - gap * (span - 1))
        // The last column takes the rest of the division.
        for place in first..<first + span {
            let left = first + span - place
            if lacking.minimum > 0 {
                columns[place].minimum += lacking.minimum / span + (left == 1 ? lacking.minimum % span : 0)
            }
            if lacking.maximum > 0 {
                columns[place].maximum += lacking.maximum / span + (left == 1 ? lacking.maximum % span : 0)
            }
            columns[place].maximum = max(columns[place].maximum, columns[place].minimum)
        }
    }

    /// Whether other widths of a cell that covers one column leave all columns as they are: it was not the one that made
    /// the column as wide as it is, and does not become it.
    func stand(_ column: Int, from old: IntrinsicWidths, to new: IntrinsicWidths) -> Bool {
        guard columns.indices.contains(column) else { return false }
        let all = columns[column]
        func stands(_ old: Int, _ new: Int, _ all: Int) -> Bool { old == new || (old < all && new <= all) }
        return stands(old.minimum, new.minimum, all.minimum) && stands(old.maximum, new.maximum, all.maximum)
    }

    /// The columns as they stand in a table of some width: closer together where that saves them from being cut.
    func fitted(to width: Int) -> TableColumns {
        guard widths.minimum > width else { return self }
        var tight = self
        tight.isTight = true
        return tight.widths.minimum > width ? self : tight
    }

    /// The widths of the columns in a table of some width.
    ///
    /// - Parameter fills: Whether the columns take all room, even when their contents need less.
    func distributed(over width: Int, fills: Bool) -> [Int] {
        let room = max(columns.count, width - gaps - edges)
        let most = columns.reduce(0) { $0 + $1.maximum }
        let least = columns.reduce(0) { $0 + $1.minimum }
        if most <= room { return fills ? stretched(to: room, from: most) : columns.map(\.maximum) }
        if least > room { return levelled(to: room) }
        // Each column gets its least and a share of the rest by how much more it would like.
        var rest = room - least
        var wishes = most - least
        return columns.map { column in
            let wish = column.maximum - column.minimum
            let share = wishes > 0 ? (rest * wish + wishes / 2) / wishes : 0
            rest -= share
            wishes -= wish
            return column.minimum + share
        }
    }

    private func stretched(to room: Int, from most: Int) -> [Int] {
        var rest = room - most
        var weights = columns.reduce(0) { $0 + max(1, $1.maximum) }
        return columns.map { column in
            let weight = max(1, column.maximum)
            let share = weights > 0 ? rest * weight / weights : 0
            rest -= share
            weights -= weight
            return column.maximum + share
        }
    }

    /// Narrow columns keep what they need; the wide ones share what is left.
    private func levelled(to room: Int) -> [Int] {
        var widths = columns.map { _ in 1 }
        var open = Array(columns.indices)
        var left = room
        while !open.isEmpty {
            let share = max(1, left / open.count)
            let content = open.filter { columns[$0].minimum <= share }
            guard !content.isEmpty else {
                for place in open { widths[place] = share }
                let rest = left - share * open.count
                if rest > 0 { for place in open.prefix(rest) { widths[place] += 1 } }
                break
            }
            for place in content {
                widths[place] = max(1, columns[place].minimum)
                left -= widths[place]
            }
            open.removeAll { columns[$0].minimum <= share }
        }
        return widths
    }
}
