import HTMLTree
import LiveProtocol

/// The stream operations of one patch.
struct StreamPatch {
    struct Item {
        var reference: String
        var insert: StreamDiff.Insert
        /// Whether its stream is set anew as a whole.
        var resets: Bool
    }

    let operations: [StreamDiff]
    /// What is inserted, by the id of its element.
    let items: [String: Item]
    /// Elements taken out that come in again, by their id.
    private(set) var stashed: [String: NodeID] = [:]

    init(_ operations: [StreamDiff]) {
        self.operations = operations
        var items: [String: Item] = [:]
        for operation in operations {
            for insert in operation.inserts {
                items[insert.id] = Item(reference: operation.reference, insert: insert, resets: operation.resets)
            }
        }
        self.items = items
    }

    mutating func stash(_ node: NodeID, id: String) { stashed[id] = node }

    mutating func takeStashed(_ id: String) -> NodeID? { stashed.removeValue(forKey: id) }
}
