/// What is written on the slate of one room.
struct Slate: Encodable, Sendable, Equatable {
    var text = ""
    /// How often it was changed.
    var version = 0
    var author = ""

    /// The rooms that have a door in every other; any other name is a room as well.
    static let rooms = ["chalk", "ink", "sand"]
}
