import LiveEngine
import Markup

/// Works for as long as it is told.
struct LaborView: LiveView {
    struct Worker: LiveComponent {
        struct Context: LiveContext { var done = 0 }
        enum Event: Decodable, Sendable { case work(seconds: Int) }
        enum Info: Sendable { case tick }

        let time: ManualTime

        static func == (left: Worker, right: Worker) -> Bool { left.time === right.time }

        func handle(_ event: Event, _ socket: inout Socket) {
            if case .work(let seconds) = event { time.pass(.seconds(seconds)) }
            socket.context.done += 1
            socket.scheduleOnce(.tick, after: .seconds(1))
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) {}

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered { "<i>\(context.done)</i>" }
    }

    struct Broken: Error {}

    let time: ManualTime

    struct Context: LiveContext {
        var done = 0
        var slowness = Duration.zero
    }

    enum Event: Decodable, Sendable {
        case work(seconds: Int), loop, renderSlowly(seconds: Int), later(seconds: Int), fail, go, task
    }
    enum Info: Sendable { case work(seconds: Int), never }

    func mount(_ params: Params, _ socket: inout Socket) {
        if params["slow"] != nil { time.pass(.seconds(6)) }
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        socket.context.done += 1
        switch event {
        case .work(let seconds): time.pass(.seconds(seconds))
        case .loop:
            for _ in 0..<1_000_000 {
                time.pass(.seconds(1))
                try socket.checkTimeLimit()
            }
        case .renderSlowly(let seconds): socket.context.slowness = .seconds(seconds)
        case .later(let seconds): socket.send(.work(seconds: seconds))
        case .fail: throw Broken()
        case .go: socket.pushNavigate(to: "/elsewhere")
        case .task: socket.startFeed("feed", Failing()) { .never }
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        if case .work(let seconds) = info { time.pass(.seconds(seconds)) }
        socket.context.done += 1
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        time.pass(context.slowness)
        return "\(context.done)\(component(Worker(time: time), id: "w"))"
    }
}

/// A sequence that fails at once.
struct Failing: AsyncSequence, AsyncIteratorProtocol, Sendable {
    func makeAsyncIterator() -> Failing { self }
    mutating func next() async throws -> Void? { throw LaborView.Broken() }
}
