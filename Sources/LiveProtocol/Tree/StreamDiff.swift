/// The operations of a stream that come with the rows of a list (TheWire.md, "Stream operations").
public struct StreamDiff: Hashable, Sendable {
    public struct Insert: Hashable, Sendable {
        public var id: String
        /// The place among the children; -1 for the end.
        public var at: Int
        /// How many children may stay: the first of them if positive, the last if negative.
        public var limit: Int?
        /// Whether an absent item stays absent.
        public var updateOnly: Bool

        public init(id: String, at: Int = -1, limit: Int? = nil, updateOnly: Bool = false) {
            self.id = id
            self.at = at
            self.limit = limit
            self.updateOnly = updateOnly
        }
    }

    public var reference: String
    public var inserts: [Insert]
    public var deletes: [String]
    public var resets: Bool

    public init(reference: String, inserts: [Insert] = [], deletes: [String] = [], resets: Bool = false) {
        self.reference = reference
        self.inserts = inserts
        self.deletes = deletes
        self.resets = resets
    }
}
