import Foundation
import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

/// Tasks and messages, through engine, client and simulator.
@Suite("Tasks and messages, end to end")
struct TaskEndToEndTests {
    struct ForecastView: LiveView {
        static let news = Topic<String>("news")

        struct Context: LiveContext {
            var forecast = AsyncResult<String>.loading()
            var news = ""
        }

        enum Event: Decodable, Sendable { case tell(String) }

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.subscribe(Self.news) { $0 }
            socket.assignAsync(\.forecast) {
                try await Task.sleep(for: .milliseconds(20))
                return "Rain"
            }
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .tell(let news): socket.broadcast(Self.news, news)
            }
        }

        func handleInfo(_ news: String, _ socket: inout Socket) { socket.context.news = news }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "<p>\(context.forecast.value ?? "Loading")</p><p>\(context.news)</p>"
        }
    }

    @Test("The page shows that a task runs, and what came of it when the work is waited for")
    func work() async {
        // Waiting blocks its thread, which must not be one of those that run tasks; other tests may keep those busy long.
        let shown = await withCheckedContinuation { continuation in
            Thread {
                let bench = Bench(ForecastView())
                let before = [bench.text.contains("Loading"), bench.simulator.isServerWorking]
                let isDone = bench.simulator.settleWork(within: .seconds(900))
                let after = [bench.text.contains("Rain"), bench.simulator.isServerWorking, bench.clock.now == .zero]
                continuation.resume(returning: before + [isDone] + after)
            }.start()
        }
        #expect(shown == [true, true, true, true, false, true])
    }

    @Test("What one page says shows on the other when it looks")
    func twoPages() {
        let clock = VirtualClock()
        let engine = Engine(routes: Routes([Route("/") { ForecastView() }]), clock: clock)
        let pages = (0..<2).map { _ in
            Simulator(host: engine, clock: clock, size: Size(columns: 40, rows: 12))
        }
        for page in pages { page.open("/") }
        pages[0].client.pushEvent("tell", payload: ["value": "Sun at noon"])
        pages[0].settle()
        pages[1].settle()
        for page in pages { #expect(page.frame().text.contains("Sun at noon")) }
    }
}
