import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("The end of sessions")
struct SessionEndTests {
    /// Starts one of everything.
    struct BusyView: LiveView {
        static let news = Topic<Int>("news")
        static let room = PresenceRoom<Int>("room")
        let ended: Counter

        struct Context: LiveContext {
            var number = 0
            var fetched = AsyncResult<Int>.loading()
        }

        enum Info: Sendable { case tick, news(Int), present(PresenceDiff<Int>), slept(Result<Void, any Error>) }

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.schedule(.tick, every: .seconds(1))
            socket.scheduleOnce(.tick, after: .seconds(60))
            socket.subscribe(Self.news) { .news($0) }
            socket.track(in: Self.room, as: 1)
            socket.startTask("sleep") { [ended] in
                defer { ended.increase() }
                try await Task.sleep(for: .seconds(3_600))
            } then: {
                .slept($0)
            }
            if params["crash"] != nil { socket.broadcast(Self.news, 1) }
        }

        func handleParams(_ params: Params, _ socket: inout Socket) throws {
            if params["crash"] != nil { throw CancellationError() }
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.number += 1 }

        func render(_ context: Context, _ meta: Meta) -> Rendered { "\(context.number)" }
    }

    @Test("Ten thousand sessions opened and closed leave no timer, task, subscription or presence behind")
    func nothingStays() async throws {
        let ended = Counter()
        let clock = VirtualClock()
        let engine = Engine(routes: Routes([Route("/", "") { BusyView(ended: ended) }]), clock: clock)
        let count = 10_000
        weak var lastTransport: (any Transport)?
        for round in 0..<count / 100 {
            var pages = (0..<100).map { _ in TestPage(on: engine) }
            lastTransport = pages.last?.transport
            engine.broadcast(round, on: BusyView.news)
            // Some leave in words, the others are dropped with their connection.
            for page in pages.prefix(50) { page.send(.leave) }
            pages = []
        }
        #expect(clock.nextDeadline == nil)
        #expect(engine.shared.pubSub.isEmpty)
        #expect(engine.shared.presences.isEmpty)
        #expect(lastTransport == nil)
        for _ in 0..<10_000 where ended.value < count { try await Task.sleep(for: .milliseconds(1)) }
        #expect(ended.value == count)
    }

    @Test("A session that fails to start has started nothing")
    func crash() {
        let ended = Counter()
        let clock = VirtualClock()
        let engine = Engine(routes: Routes([Route("/", "") { BusyView(ended: ended) }]), clock: clock)
        let page = TestPage(on: engine, "/?crash=1")
        #expect(clock.nextDeadline == nil)
        #expect(engine.shared.pubSub.isEmpty)
        #expect(engine.shared.presences.isEmpty)
        #expect(!page.transport.isWorking)
    }
}
