/// What the columns of a table ask for.
struct TableColumns {
    var columns: [IntrinsicWidths] = []
    /// Whether lines are drawn between columns.
    var isRuled = false

    /// Whether cells have lines on their own account in a table that has no frame, so that one has to close them.
    var isFramed = false

    /// Whether there is so little room that columns stand as close as they can.
    private var isTight = false

    /// The cells between two columns: a line with a blank on each side, or blanks.
    var gap: Int { isTight ? 1 : isRuled ? 3 : 2 }

    var gaps: Int { gap * max(0, columns.count - 1) }

    /// What the whole table asks for, without its own borders.
    var widths: IntrinsicWidths {
        columns.reduce(IntrinsicWidths.zero, +).widened(by: gaps + edges)
    }

    /// The cells of the frame and the blanks inside the outer lines.
    var edges: Int { (isRuled && !isTight ? 2 : 0) + (isFramed ? 2 : 0) }

    /// Takes in what a cell asks for that covers some columns from `first` on; those that cover several come last.
    mutating func add(_ widths: IntrinsicWidths, first: Int, span: Int) {
        while columns.count < first + span { columns.append(.zero) }
        guard span > 1 else {
            columns[first] = columns[first].union(widths)
            return
        }
        let covered = columns[first..<first + span].reduce(.zero, +).widened(by: gap * (span - 1))
        // The last column takes the rest of the division.
        func part(_ lacking: Int, _ isLast: Bool) -> Int {
            max(0, lacking) / span + (isLast ? max(0, lacking) % span : 0)
        }
        for place in first..<first + span {
            let isLast = place == first + span - 1
            columns[place].minimum += part(widths.minimum - covered.minimum, isLast)
            columns[place].maximum += part(widths.maximum - covered.maximum, isLast)
            columns[place].bare += part(widths.bare - covered.bare, isLast)
            columns[place].minimum = max(columns[place].minimum, columns[place].bare)
            columns[place].maximum = max(columns[place].maximum, columns[place].minimum)
        }
    }

    /// Whether other widths of a cell that covers one column leave all columns as they are: it was not the one that made
    /// the column as wide as it is, and does not become it.
    func keepWidths(_ column: Int, from old: IntrinsicWidths, to new: IntrinsicWidths) -> Bool {
        guard columns.indices.contains(column) else { return false }
        let all = columns[column]
        func keeps(_ old: Int, _ new: Int, _ all: Int) -> Bool { old == new || (old < all && new <= all) }
        return keeps(old.minimum, new.minimum, all.minimum) && keeps(old.maximum, new.maximum, all.maximum)
            && keeps(old.bare, new.bare, all.bare)
    }

    /// The columns as they stand in a table of some width: closer together where words would break otherwise.
    func fitted(to width: Int) -> TableColumns {
        guard widths.bare > width else { return self }
        var tight = self
        tight.isTight = true
        // Blanks between columns that break words anyway keep them apart, as long as the columns are worth it.
        return tight.widths.bare > width && width - gaps - edges >= 2 * columns.count ? self : tight
    }

    /// The widths of the columns in a table of some width.
    ///
    /// - Parameter fills: Whether the columns take all room, even when their contents need less.
    func distributed(over width: Int, fills: Bool) -> [Int] {
        let room = max(columns.count, width - gaps - edges)
        let most = columns.reduce(0) { $0 + $1.maximum }
        let least = columns.reduce(0) { $0 + $1.minimum }
        let bare = columns.reduce(0) { $0 + $1.bare }
        if most <= room { return fills ? stretched(to: room, from: most) : columns.map(\.maximum) }
        if bare > room { return levelled(to: room) }
        return least > room
            ? shared(room, from: \.bare, to: \.minimum) : shared(room, from: \.minimum, to: \.maximum)
    }

    /// Gives each column its least, and a share of the rest by how much more it would like.
    private func shared(
        _ room: Int, from least: KeyPath<IntrinsicWidths, Int>, to most: KeyPath<IntrinsicWidths, Int>
    ) -> [Int] {
        var rest = room - columns.reduce(0) { $0 + $1[keyPath: least] }
        var wishes = columns.reduce(rest - room) { $0 + $1[keyPath: most] }
        return columns.map { column in
            let wish = column[keyPath: most] - column[keyPath: least]
            let share = wishes > 0 ? (rest * wish + wishes / 2) / wishes : 0
            rest -= share
            wishes -= wish
            return column[keyPath: least] + share
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
            let content = open.filter { columns[$0].bare <= share }
            guard !content.isEmpty else {
                for place in open { widths[place] = share }
                let rest = left - share * open.count
                if rest > 0 { for place in open.prefix(rest) { widths[place] += 1 } }
                break
            }
            for place in content {
                widths[place] = max(1, columns[place].bare)
                left -= widths[place]
            }
            open.removeAll { columns[$0].bare <= share }
        }
        return widths
    }
}
