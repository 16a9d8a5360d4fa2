/// One boat of the paper boat cup.
struct Boat: Encodable, Sendable, Equatable {
    enum Pond: String, Codable, CaseIterable, Sendable {
        case north, east, south, west
    }

    let name: String
    let pond: Pond
    let won: Int
    let lost: Int

    /// Three for a race won.
    var points: Int { won * 3 }

    private init(_ name: String, _ pond: Pond, _ won: Int, _ lost: Int) {
        self.name = name
        self.pond = pond
        self.won = won
        self.lost = lost
    }

    static let all = [
        Boat("Soggy Bottom", .north, 9, 3), Boat("Yesterday's News", .east, 11, 1), Boat("Origami Ahoy", .south, 7, 5),
        Boat("Ink Spill", .west, 4, 8), Boat("The Fold", .north, 8, 4), Boat("Blotting Paper", .east, 1, 11),
        Boat("Receipt for Disaster", .south, 6, 6), Boat("Margin of Error", .west, 5, 7),
        Boat("Crease Lightning", .north, 10, 2), Boat("Sink or Think", .east, 3, 9), Boat("Leaf Alone", .south, 9, 3),
        Boat("Carbon Copy", .west, 6, 6), Boat("Second Draft", .north, 2, 10), Boat("Puddle Jumper", .east, 8, 4),
        Boat("Cardboard Kate", .south, 10, 2), Boat("Watermark", .west, 7, 5), Boat("Tissue Issue", .north, 0, 12),
        Boat("Envelope Please", .east, 5, 7), Boat("Papyrus Maximus", .south, 4, 8), Boat("Stapled Hull", .west, 8, 4),
        Boat("Pulp Friction", .north, 6, 6), Boat("Dear Diary", .east, 7, 5),
    ]
}
