import LiveEngine
import Markup

/// A table of as many rows as its address says, which only the page holds and in which one at a time changes.
struct StreamView: LiveView {
    struct Row: Identifiable, Encodable, Sendable {
        let id: Int
        var hits = 0
    }

    struct Context: LiveContext {
        var rows = LiveStream<Row>("rows")
        var hits = 0
    }

    enum Event: Decodable, Sendable {
        case hit(row: Int)
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        let count: Int = try params.value("count")
        socket.context.rows.reset(to: (0..<count).map { Row(id: $0) })
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .hit(let row):
            socket.context.hits += 1
            socket.context.rows.insert(Row(id: row, hits: socket.context.hits))
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let rows = stream(context.rows) { id, row in
            "<tr id=\"\(id)\"><td>Row \(row.id)</td><td>\(row.hits)</td></tr>"
        }
        return "<table><tbody id=\"rows\" phx-update=\"stream\">\(rows)</tbody></table>"
    }
}
