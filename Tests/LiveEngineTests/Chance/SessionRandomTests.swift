import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// A view whose event draws a number, and fails when it is told to.
private struct LotteryView: LiveView {
    struct Context: LiveContext {
        var drawn: [UInt64] = []
    }

    enum Event: Decodable, Sendable {
        case draw, fail
    }

    struct Loss: Error {}

    func mount(_ params: Params, _ socket: inout Socket) { socket.context.drawn = [socket.random.next() % 1000] }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        socket.context.drawn.append(socket.random.next() % 1000)
        if case .fail = event { throw Loss() }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "\(context.drawn.map { "\($0)" }.joined(separator: " ")) \(component(Ticket(), id: "one")) \(component(Ticket(), id: "two"))"
    }
}

private struct Ticket: LiveComponent {
    struct Context: LiveContext {
        var number: UInt64 = 0
    }

    func mount(_ socket: inout Socket) { socket.context.number = socket.random.next() % 1000 }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered { "<i>\(context.number)</i>" }
}

@Suite struct SessionRandomTests {
    private func page(seed: UInt64?) -> TestPage {
        let engine = Engine(routes: Routes([Route("/", "") { LotteryView() }]), clock: VirtualClock())
        if let seed { engine.seedChance(seed) }
        return TestPage(on: engine)
    }

    /// What a page shows after some events.
    private func html(seed: UInt64?, _ events: String...) -> String {
        let page = page(seed: seed)
        for event in events { page.click(event) }
        return page.html
    }

    @Test func `The same seed gives the same chance, another one another`() {
        #expect(html(seed: 3, "draw", "draw") == html(seed: 3, "draw", "draw"))
        #expect(html(seed: 3, "draw", "draw") != html(seed: 4, "draw", "draw"))
    }

    @Test func `Without a seed nobody knows it beforehand`() {
        #expect(Set((0..<8).map { _ in html(seed: nil, "draw", "draw") }).count > 1)
    }

    @Test func `A handler that throws leaves chance as it was`() {
        #expect(html(seed: 3, "draw", "fail", "fail", "draw") == html(seed: 3, "draw", "draw"))
    }

    @Test func `Each view and each component has chance of its own`() throws {
        let engine = Engine(routes: Routes([Route("/", "") { LotteryView() }]), clock: VirtualClock())
        engine.seedChance(1)
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        #expect(first.html != second.html)
        let tickets = first.html.matches(of: #/([0-9]+)</i>/#).map { String($0.1) }
        #expect(tickets.count == 2 && Set(tickets).count == 2, "\(first.html)")
    }

    @Test func `A page that is joined shows what it showed before that`() throws {
        let engine = Engine(routes: Routes([Route("/", "") { LotteryView() }]), clock: VirtualClock())
        engine.seedChance(9)
        let loaded = engine.respond(to: PageRequest(url: "/")).html
        let number = try #require(TestPage(on: engine).html.split(separator: " ").first)
        #expect(loaded.contains(">\(number) "))
    }

    @Test func `The numbers of a seed stay what they are`() {
        var random = SessionRandom(seed: 1)
        #expect((0..<3).map { _ in random.next() } == [6791897765849424158, 17405687883870564846, 834844254806117752])
        var same = SessionRandom(seed: 1)
        var dice = SessionRandom(seed: 1)
        #expect(
            (0..<20).map { _ in Int.random(in: 1...6, using: &same) }
                == (0..<20).map { _ in Int.random(in: 1...6, using: &dice) })
    }

    @Test func `A socket that stands alone has chance as well`() {
        var socket = LiveSocket<LotteryView>()
        let (first, second) = (socket.random.next(), socket.random.next())
        #expect(first != second)
        socket.random = SessionRandom(seed: 5)
        var other = SessionRandom(seed: 5)
        #expect(socket.random.next() == other.next())
    }
}
