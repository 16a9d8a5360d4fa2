import LiveEngine
import Markup

/// A number that grows.
struct CounterView: LiveView {
    struct Context: LiveContext {
        var count = 0
    }

    enum Event: Decodable, Sendable {
        case increment
    }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.count += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<button phx-click=\"increment\">\(context.count)</button>"
    }
}
