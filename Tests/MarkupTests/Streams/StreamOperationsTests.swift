import LiveProtocol
import Testing

@testable import Markup

@Suite("Operations of a stream")
struct StreamOperationsTests {
    struct Song: Identifiable, Encodable, Equatable, Sendable {
        var id: Int
        var title = ""
    }

    enum Operation {
        case insert(Int, String, at: Int), update(Int, String), delete(Int), reset
    }

    /// Does operations and gives what is to be sent: inserts in the order of their rows, deletes, whether it resets.
    private func outcome(_ operations: [Operation]) -> String {
        var songs = LiveStream<Song>("songs")
        for operation in operations {
            switch operation {
            case .insert(let id, let title, let place): songs.insert(Song(id: id, title: title), at: place)
            case .update(let id, let title): songs.update(Song(id: id, title: title))
            case .delete(let id): songs.delete(Song(id: id))
            case .reset: songs.reset()
            }
        }
        let inserts = songs.operations.inserts.map { id, insert in
            "\(insert.updateOnly ? "?" : "+")\(id)=\(insert.element.title)@\(insert.at)"
        }
        let deletes = songs.operations.deletes.map { "-\($0)" }
        return ((songs.operations.resets ? ["reset"] : []) + deletes + inserts).joined(separator: " ")
    }

    @Test(
        "come out as if each had been done on its own",
        arguments: [
            ([], ""),
            ([.insert(1, "a", at: -1), .insert(2, "b", at: 0)], "+songs-1=a@-1 +songs-2=b@0"),
            // The same item twice: it stays where it was put first, and is what it was made last.
            ([.insert(1, "a", at: 0), .insert(2, "b", at: -1), .insert(1, "c", at: -1)], "+songs-1=c@0 +songs-2=b@-1"),
            ([.insert(1, "a", at: 0), .update(1, "b")], "+songs-1=b@0"),
            ([.update(1, "a")], "?songs-1=a@-1"),
            ([.update(1, "a"), .insert(2, "b", at: -1), .insert(1, "c", at: 0)], "+songs-2=b@-1 +songs-1=c@0"),
            // An item that came and went was perhaps in the page before.
            ([.insert(1, "a", at: 0), .delete(1)], "-songs-1"),
            ([.delete(1), .insert(1, "a", at: 0)], "-songs-1 +songs-1=a@0"),
            ([.delete(1), .delete(1)], "-songs-1"),
            ([.delete(1), .update(1, "a")], "-songs-1"),
            ([.insert(1, "a", at: 0), .delete(2), .reset], "reset"),
            ([.reset, .delete(1), .update(2, "b"), .insert(3, "c", at: -1)], "reset +songs-3=c@-1"),
        ] as [([Operation], String)])
    func merged(operations: [Operation], expected: String) {
        #expect(outcome(operations) == expected)
    }

    @Test("are values: a copy has its own, until they are sent")
    func copies() {
        var songs = LiveStream<Song>("songs")
        songs.insert(Song(id: 1))
        var copy = songs
        copy.insert(Song(id: 2))
        #expect(songs.operations.inserts.count == 1)
        #expect(copy.operations.inserts.count == 2)
        var table = DiffWriter(statics: StaticsTable())
        _ = stream(copy) { id, _ in "<li id=\"\(id)\"></li>" }.whole(&table)
        #expect(!copy.operations.isEmpty)
        for note in table.sent { note() }
        #expect(copy.operations.isEmpty)
        #expect(songs.operations.inserts.count == 1)
    }
}
