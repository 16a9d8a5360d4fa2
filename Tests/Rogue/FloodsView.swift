import Viewfinder

/// Floods of every kind that a handler can let loose.
struct FloodsView: LiveView {
    enum Flood: String, Encodable, Sendable {
        case silent, visible, pushes, subscriptions, timers, once, sends, tasks, broadcasts
    }

    struct Context: LiveContext {
        var flood = Flood.silent
        var count = 0
    }

    enum Event: Decodable, Sendable { case start }

    enum Info: Sendable {
        case silent, visible, once, news(Int), done(Result<Void, any Error>)
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        guard let flood = Flood(rawValue: try params.value("flood")) else { throw UnknownFlood() }
        socket.context.flood = flood
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch socket.context.flood {
        case .silent: socket.send(.silent)
        case .visible: socket.send(.visible)
        case .pushes: for number in 0..<100_000 { socket.pushEvent("push", number) }
        case .subscriptions: for number in 0..<100_000 { socket.subscribe(Topic<Int>("\(number)")) { .news($0) } }
        case .timers: for _ in 0..<100_000 { _ = socket.schedule(.visible, every: .milliseconds(1)) }
        case .once: socket.scheduleOnce(.once, after: .zero)
        case .sends: for number in 0..<1_000_000 { socket.send(.news(number)) }
        case .tasks:
            for number in 0..<100_000 {
                socket.startTask("\(number)") {
                } then: {
                    .done($0)
                }
            }
        case .broadcasts:
            socket.subscribe(Topic<Int>("flood")) { .news($0) }
            for number in 0..<1_000_000 { socket.broadcast(Topic<Int>("flood"), number) }
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .silent: socket.send(.silent)
        case .visible:
            socket.context.count += 1
            socket.send(.visible)
        case .once: socket.scheduleOnce(.once, after: .zero)
        case .news, .done: socket.context.count += 1
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Floods</h1>
        <p>\(context.count)</p>
        <button phx-click="start" phx-window-keydown="start" phx-key="e">e floods: \(context.flood.rawValue)</button>
        """
    }
}

struct UnknownFlood: Error {}
