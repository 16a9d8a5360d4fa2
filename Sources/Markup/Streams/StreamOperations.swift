import LiveProtocol
import OrderedCollections

/// What is to be done to the rows of a stream, put together so that each row is told of once.
///
/// The client deletes first and inserts then (TheClientsRules.md, "Streams"); what a later operation makes of an
/// earlier one on the same row is settled here, so that the outcome is as if each had been done on its own.
package struct StreamOperations<Element: Sendable>: Sendable {
    package struct Insert: Sendable {
        package var element: Element
        var at: Int
        var limit: Int?
        var updateOnly: Bool
    }

    /// By the id of the row's element in the page, in the order of the rows.
    package private(set) var inserts: OrderedDictionary<String, Insert> = [:]
    private(set) var deletes: OrderedSet<String> = []
    private(set) var resets = false

    var isEmpty: Bool { inserts.isEmpty && deletes.isEmpty && !resets }

    mutating func insert(_ element: Element, id: String, at: Int, limit: Int?) {
        if let present = inserts[id], !present.updateOnly {
            inserts[id]?.element = element
            inserts[id]?.limit = limit
        } else {
            inserts[id] = nil
            inserts[id] = Insert(element: element, at: at, limit: limit, updateOnly: false)
        }
    }

    mutating func update(_ element: Element, id: String) {
        if inserts[id] != nil {
            inserts[id]?.element = element
        } else if !resets, !deletes.contains(id) {
            inserts[id] = Insert(element: element, at: -1, limit: nil, updateOnly: true)
        }
    }

    mutating func delete(id: String) {
        inserts[id] = nil
        if !resets { deletes.append(id) }
    }

    mutating func reset() {
        inserts = [:]
        deletes = []
        resets = true
    }

    /// The operations as the client is told of them, the newest insert first.
    func diff(reference: String) -> StreamDiff {
        let inserts = inserts.reversed().map { id, insert in
            StreamDiff.Insert(id: id, at: insert.at, limit: insert.limit, updateOnly: insert.updateOnly)
        }
        return StreamDiff(reference: reference, inserts: inserts, deletes: Array(deletes), resets: resets)
    }
}
