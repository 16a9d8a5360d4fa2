import Markup

@testable import LiveEngine

/// A component that has everything under way that a component can have.
struct Ticker: LiveComponent {
    static let news = Topic<Int>("news")
    static let room = PresenceRoom<String>("room")

    struct Context: LiveContext {
        var log: [String] = []
        var timer: TimerID?
        var word = AsyncResult<String>.loading()
    }

    enum Event: Decodable, Sendable {
        case tick, tickOnce, stop, listen, deafen, tell(Int), tellOthers(Int), note(String)
        case fetch(String), assign(String), slow, enter(String), leave, tickThenThrow
    }

    enum Info: Sendable {
        case tick, news(Int), note(String), fetched(Result<String, any Error>)
    }

    struct Broken: Error {}

    let source: Source

    static func == (left: Ticker, right: Ticker) -> Bool { left.source === right.source }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .tick: socket.context.timer = socket.schedule(.tick, every: .seconds(1))
        case .tickOnce: socket.scheduleOnce(.tick, after: .seconds(1))
        case .stop: if let timer = socket.context.timer { socket.cancel(timer) }
        case .listen: socket.subscribe(Self.news) { .news($0) }
        case .deafen: socket.unsubscribe(Self.news)
        case .tell(let number): socket.broadcast(Self.news, number)
        case .tellOthers(let number): socket.broadcastFrom(Self.news, number)
        case .note(let text): socket.send(.note(text))
        case .fetch(let word):
            socket.startTask("fetch") { [source] in
                try await source.word(word)
            } then: {
                .fetched($0)
            }
        case .assign(let word): socket.assignAsync(\.word) { [source] in try await source.word(word) }
        case .slow: socket.assignAsync(\.word, timeout: .seconds(2)) { [source] in try await source.word("late") }
        case .enter(let name): socket.track(in: Self.room, as: name)
        case .leave: socket.untrack(from: Self.room)
        case .tickThenThrow:
            socket.schedule(.tick, every: .seconds(1))
            throw Broken()
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .tick: socket.context.log.append("tick")
        case .news(let number): socket.context.log.append("news \(number)")
        case .note(let text): socket.context.log.append(text)
        case .fetched(.success(let word)): socket.context.log.append(word)
        case .fetched(.failure(let error)): socket.context.log.append("failed: \(error)")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<i>\(context.log.joined(separator: ","))|\(context.word.value)\(context.word.failure)</i>"
    }

    typealias Meta = ComponentMeta<Self>
}

/// Shows two of them, or none, beside a log of its own.
struct TickerView: LiveView {
    let source: Source

    struct Context: LiveContext {
        var log: [String] = []
        var isShown = true
    }

    enum Event: Decodable, Sendable { case listen, tick, enter(String), hide }
    enum Info: Sendable { case news(Int), tick }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .listen: socket.subscribe(Ticker.news) { .news($0) }
        case .tick: socket.schedule(.tick, every: .seconds(1))
        case .enter(let name): socket.track(in: Ticker.room, as: name)
        case .hide: socket.context.isShown = false
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .news(let number): socket.context.log.append("news \(number)")
        case .tick: socket.context.log.append("tick")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>\(context.log.joined(separator: ","))</p>\
        \(context.isShown ? component(Ticker(source: source), id: "a") : nil)\
        \(context.isShown ? component(Ticker(source: source), id: "b") : nil)
        """
    }
}
