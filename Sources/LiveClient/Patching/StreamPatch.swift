import HTMLTree
import LiveProtocol

/// The stream operations of one patch (CLIENT.md 11).
struct StreamPatch {
    struct Item {
        var reference: String
        var insert: StreamDiff.Insert
    }

    let operations: [StreamDiff]
    /// What is inserted, by the id of its element.
    let items: [String: Item]
    /// Elements taken out that come in again, by their id.
    private var stashed: [String: NodeID] = [:]

    init(_ operations: [StreamDiff]) {
        self.operations = operations
        var items: [String: Item] = [:]
        for operation in operations {
            for insert in operation.inserts {
                items[insert.id] = Item(reference: operation.reference, insert: insert)
            }
        }
        self.items = items
    }

    mutating func stash(_ node: NodeID, id: String) { stashed[id] = node }

    func isStashed(_ id: String) -> Bool { stashed[id] != nil }

    mutating func takeStashed(_ id: String) -> NodeID? { stashed.removeValue(forKey: id) }

    /// Hands over what did not come in again after all.
    mutating func takeUnused() -> [NodeID] {
        defer { stashed = [:] }
        return stashed.sorted { $0.key < $1.key }.map(\.value)
    }
}
