/// A file that a person wants to see or change in an editor of their own.
struct EditRequest: Hashable, Sendable {
    let path: String
    /// From 1.
    var line = 1
}
