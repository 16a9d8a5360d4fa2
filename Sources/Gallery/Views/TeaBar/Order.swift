/// A cup that somebody wants.
struct Order: Encodable, Sendable, Equatable {
    let number: Int
    let tea: String
    let spoons: Int
    /// In cents.
    let price: Int
}
