import LiveEngine
import Markup

/// Changes by itself: by a timer, or by a task.
struct ClockView: LiveView {
    enum Info: Sendable {
        case tick
        case done(String)
    }

    struct Context: LiveContext {
        var ticks = 0
        var result = ""
    }

    enum Event: Decodable, Sendable { case work }

    func mount(_ params: Params, _ socket: inout Socket) {
        if params["ticks"] != nil { socket.schedule(.tick, every: .milliseconds(20)) }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.startTask("work") {
            try await Task.sleep(for: .milliseconds(10))
            return "worked"
        } then: {
            .done((try? $0.get()) ?? "failed")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .tick: socket.context.ticks += 1
        case .done(let result): socket.context.result = result
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(context.ticks)</p><p>\(context.result)</p>" }
}
