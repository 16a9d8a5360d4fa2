/// Cards in columns, one of which is chosen.
struct Board: Encodable, Sendable {
    struct Card: Encodable, Sendable, Equatable {
        let id: Int
        let title: String
    }

    struct Column: Encodable, Sendable {
        let name: String
        var cards: [Card]
    }

    enum Direction: String, Decodable, Sendable {
        case left, right, up, down
    }

    /// The place of a card: its column, and its row there.
    struct Place: Equatable {
        var column: Int
        var row: Int
    }

    private(set) var columns = [
        Column(
            name: "To do",
            cards: [
                Card(id: 1, title: "Mend the kite"), Card(id: 2, title: "Buy string"), Card(id: 3, title: "Find wind"),
            ]),
        Column(name: "Doing", cards: [Card(id: 4, title: "Paint a tail")]),
        Column(name: "Done", cards: [Card(id: 5, title: "Read about kites")]),
    ]
    private(set) var chosen = 1

    var place: Place? { place(of: chosen) }

    mutating func choose(_ id: Int) {
        if place(of: id) != nil { chosen = id }
    }

    /// Chooses the next card in a direction; sideways, that of the nearest column that has any.
    mutating func choose(towards direction: Direction) {
        guard let place else { return }
        switch direction {
        case .up, .down:
            let row = place.row + (direction == .up ? -1 : 1)
            let cards = columns[place.column].cards
            if cards.indices.contains(row) { chosen = cards[row].id }
        case .left, .right:
            let step = direction == .left ? -1 : 1
            var column = place.column + step
            while columns.indices.contains(column) {
                let cards = columns[column].cards
                if !cards.isEmpty { return chosen = cards[min(place.row, cards.count - 1)].id }
                column += step
            }
        }
    }

    /// Moves the chosen card by one place.
    ///
    /// - Returns: The name of the column that it came to; nil when it is at the edge, or stays in its column.
    mutating func move(_ direction: Direction) -> String? {
        guard let place else { return nil }
        switch direction {
        case .up, .down:
            let row = place.row + (direction == .up ? -1 : 1)
            guard columns[place.column].cards.indices.contains(row) else { return nil }
            columns[place.column].cards.swapAt(place.row, row)
            return nil
        case .left, .right:
            let column = place.column + (direction == .left ? -1 : 1)
            guard columns.indices.contains(column) else { return nil }
            let card = columns[place.column].cards.remove(at: place.row)
            columns[column].cards.insert(card, at: min(place.row, columns[column].cards.count))
            return columns[column].name
        }
    }

    /// Whether the chosen card can move in a direction.
    func canMove(_ direction: Direction) -> Bool {
        guard let place else { return false }
        return switch direction {
        case .left: place.column > 0
        case .right: place.column < columns.count - 1
        case .up: place.row > 0
        case .down: place.row < columns[place.column].cards.count - 1
        }
    }

    private func place(of id: Int) -> Place? {
        for (number, column) in columns.enumerated() {
            if let row = column.cards.firstIndex(where: { $0.id == id }) { return Place(column: number, row: row) }
        }
        return nil
    }
}
