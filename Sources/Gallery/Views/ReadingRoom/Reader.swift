/// Somebody in the reading room.
struct Reader: Encodable, Sendable, Equatable {
    let name: String
    /// What lies open before them; nil while they look around.
    var book: String?

    static let books = ["A Field Guide to Fog", "Letters to a Ferryman", "The Second Moon", "Soup, Its Dangers"]

    private static let names = ["Wren", "Heron", "Finch", "Plover", "Swift", "Avocet", "Dunlin", "Knot"]

    /// The reader with a number, whose name comes round again only after all others.
    static func number(_ number: Int) -> Reader {
        let round = number / names.count
        return Reader(name: names[number % names.count] + (round == 0 ? "" : " \(round + 1)"))
    }
}
