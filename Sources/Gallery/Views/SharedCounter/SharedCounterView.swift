import Viewfinder

/// A counter that everybody sees and everybody turns: a topic tells all sessions of each change.
struct SharedCounterView: LiveView {
    struct Context: LiveContext {
        var count = 0
        var visitors = 1
        /// Whether the last change was somebody else's.
        var isNews = false
    }

    enum Event: Decodable, Sendable {
        case up, down
    }

    enum Info: Sendable {
        case counted(Int)
        case visited
    }

    let count: Shared<Int>

    private static let counted = Topic<Int>("shared-counter")
    private static let room = PresenceRoom<String>("shared-counter")

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Shared counter"
        socket.context.count = count.value
        socket.subscribe(Self.counted) { .counted($0) }
        socket.subscribe(Self.room.changes) { _ in .visited }
        socket.track(in: Self.room, as: "visitor")
        socket.context.visitors = socket.presences(in: Self.room).count
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        let count = count.change { $0 += event == .up ? 1 : -1 }
        socket.context.count = count
        socket.context.isNews = false
        socket.broadcastFrom(Self.counted, count)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .counted(let count):
            socket.context.count = count
            socket.context.isNews = true
        case .visited: socket.context.visitors = socket.presences(in: Self.room).count
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Shared counter</h1>
        <p>All of us together count <strong id="count">\(context.count)</strong>.</p>
        <p>
          <button phx-click="down" aria-label="Decrease">−</button>
          <button phx-click="up" aria-label="Increase">+</button>
        </p>
        <p>\(context.visitors == 1 ? "You are the only one here." : "\(context.visitors) of us are here.") \
        \(context.isNews ? "Somebody else was at it." : "")</p>
        <p class="hint"><kbd phx-window-keydown="up" phx-key="ArrowUp">↑</kbd> counts up,
          <kbd phx-window-keydown="down" phx-key="ArrowDown">↓</kbd> counts down, for everybody</p>
        """
    }
}
