/// The list of active formatting elements (WHATWG 13.2.4.3).
struct ActiveFormattingElements {
    /// How many elements the list keeps after its last marker; the standard knows no bound. Since every one of them may
    /// be created anew for each paragraph, a bound keeps the tree in proportion to the text.
    static let limit = 128

    struct Entry {
        /// Nil for a marker.
        var node: NodeID?
        var tag: Tag
        var attributes: [Attribute]
        /// Equal for equal attributes in any order.
        var signature = 0

        static let marker = Entry(node: nil, tag: .other, attributes: [])
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    /// Adds an element; of more than three alike since the last marker the first is dropped ("Noah's Ark").
    ///
    /// - Returns: What was dropped.
    mutating func push(_ node: NodeID, tag: Tag, attributes: [Attribute]) -> NodeID? {
        var entry = Entry(node: node, tag: tag, attributes: attributes)
        entry.signature = attributes.reduce(0) { $0 &+ $1.hashValue }
        var alike = 0
        var firstAlike = 0
        var sinceMarker = 0
        for place in entries.indices.reversed() {
            if entries[place].node == nil { break }
            sinceMarker += 1
            if areAlike(entries[place], entry) {
                alike += 1
                firstAlike = place
            }
        }
        var dropped: NodeID?
        if alike >= 3 {
            dropped = remove(at: firstAlike)
        } else if sinceMarker >= Self.limit {
            dropped = remove(at: entries.count - sinceMarker)
        }
        entries.append(entry)
        return dropped
    }

    mutating func insertMarker() { entries.append(.marker) }

    mutating func popLast() -> Entry? { entries.popLast() }

    /// The last element with this tag since the last marker.
    func lastPlace(of tag: Tag) -> Int? {
        for place in entries.indices.reversed() {
            if entries[place].node == nil { return nil }
            if entries[place].tag == tag { return place }
        }
        return nil
    }

    func place(of node: NodeID) -> Int? { entries.lastIndex { $0.node == node } }

    mutating func remove(at place: Int) -> NodeID? { entries.remove(at: place).node }

    mutating func insert(_ entry: Entry, at place: Int) { entries.insert(entry, at: place) }

    /// Lets a copy stand in for an element.
    ///
    /// - Returns: The element that it stands in for.
    mutating func setNode(_ copy: NodeID, at place: Int) -> NodeID? {
        defer { entries[place].node = copy }
        return entries[place].node
    }

    private func areAlike(_ first: Entry, _ second: Entry) -> Bool {
        first.tag == second.tag && first.signature == second.signature
            && (first.attributes == second.attributes || Set(first.attributes) == Set(second.attributes))
    }
}
