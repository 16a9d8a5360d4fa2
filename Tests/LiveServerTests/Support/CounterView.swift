import LiveEngine
import Markup

/// Counts clicks.
struct CounterView: LiveView {
    struct Context: LiveContext { var count = 0 }

    enum Event: Decodable, Sendable { case inc }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.count += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<p>\(context.count)</p><button phx-click=\"inc\">More</button>"
    }
}
