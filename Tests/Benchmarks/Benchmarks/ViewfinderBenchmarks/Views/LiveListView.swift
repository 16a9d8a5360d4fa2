import LiveEngine
import Markup

/// A table of as many rows as its address says, in a list that notes its changes, in which one row at a time changes.
struct LiveListView: LiveView {
    struct Row: Identifiable, Encodable, Equatable, Sendable {
        let id: Int
        var hits = 0
    }

    struct Context: LiveContext {
        var rows: LiveList<Row> = []
    }

    enum Event: Decodable, Sendable {
        case hit(row: Int)
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        let count: Int = try params.value("count")
        socket.context.rows = LiveList((0..<count).map { Row(id: $0) })
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .hit(let row): socket.context.rows[id: row]?.hits += 1
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let rows = each(context.rows) { row in
            "<tr id=\"row-\(row.id)\"><td>Row \(row.id)</td><td>\(row.hits)</td></tr>"
        }
        return "<table>\(rows)</table>"
    }
}
