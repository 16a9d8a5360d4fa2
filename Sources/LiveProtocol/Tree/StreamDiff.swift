/// The operations of a stream that come with the rows of a list (CLIENT.md 11).
package struct StreamDiff: Hashable, Sendable {
    package struct Insert: Hashable, Sendable {
        package var id: String
        /// The place among the children; -1 for the end.
        package var at: Int
        /// How many children may stay: the first of them if positive, the last if negative.
        package var limit: Int?
        /// Whether an absent item stays absent.
        package var updateOnly: Bool

        package init(id: String, at: Int = -1, limit: Int? = nil, updateOnly: Bool = false) {
            self.id = id
            self.at = at
            self.limit = limit
            self.updateOnly = updateOnly
        }
    }

    package var reference: String
    package var inserts: [Insert]
    package var deletes: [String]
    package var resets: Bool

    package init(reference: String, inserts: [Insert] = [], deletes: [String] = [], resets: Bool = false) {
        self.reference = reference
        self.inserts = inserts
        self.deletes = deletes
        self.resets = resets
    }
}
