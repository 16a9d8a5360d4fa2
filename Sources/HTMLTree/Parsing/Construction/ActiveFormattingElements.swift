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
    private var nodes: Set<NodeID> = []

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    /// Adds an element; of more than three alike since the last marker the first is dropped ("Noah's Ark").
    mutating func push(_ node: NodeID, tag: Tag, attributes: [Attribute]) {
        var entry = Entry(node: node, tag: tag, attributes: attributes)
        entry.signature = attributes.reduce(0) { $0 &+ $1.hashValue }
        var alike: [Int] = []
        var sinceMarker = 0
        for place in entries.indices.reversed() {
            if entries[place].node == nil { break }
            sinceMarker += 1
            if areAlike(entries[place], entry) { alike.append(place) }
        }
        if alike.count >= 3 {
            remove(at: alike[alike.count - 1])
        } else if sinceMarker >= Self.limit {
            remove(at: entries.count - sinceMarker)
        }
        insert(entry, at: entries.count)
    }

    mutating func insertMarker() { entries.append(.marker) }

    mutating func clearToMarker() {
        while let last = entries.popLast(), let node = last.node { nodes.remove(node) }
    }

    /// The last element with this tag since the last marker.
    func lastPlace(of tag: Tag) -> Int? {
        for place in entries.indices.reversed() {
            if entries[place].node == nil { return nil }
            if entries[place].tag == tag { return place }
        }
        return nil
    }

    func contains(_ node: NodeID) -> Bool { nodes.contains(node) }

    func place(of node: NodeID) -> Int? { contains(node) ? entries.lastIndex { $0.node == node } : nil }

    mutating func remove(at place: Int) {
        if let node = entries.remove(at: place).node { nodes.remove(node) }
    }

    mutating func insert(_ entry: Entry, at place: Int) {
        if let node = entry.node { nodes.insert(node) }
        entries.insert(entry, at: place)
    }

    mutating func setNode(_ node: NodeID, at place: Int) {
        if let old = entries[place].node { nodes.remove(old) }
        nodes.insert(node)
        entries[place].node = node
    }

    private func areAlike(_ first: Entry, _ second: Entry) -> Bool {
        first.tag == second.tag && first.signature == second.signature
            && (first.attributes == second.attributes || Set(first.attributes) == Set(second.attributes))
    }
}
