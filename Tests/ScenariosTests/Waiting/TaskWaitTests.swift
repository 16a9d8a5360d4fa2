import Dispatch
import LiveEngine
import LiveProtocol
import Markup
import Synchronization
import Testing

@testable import Scenarios

/// What scenarios wait for that tasks of views wait for.
struct TaskWaitTests {
    struct WaitingView: LiveView {
        struct Context: LiveContext { var shown = AsyncResult<String>.loading() }
        enum Event: Decodable, Sendable { case sleep, ask, both }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .sleep: socket.assignAsync(\.shown) { try await Self.slept() }
            case .ask: socket.assignAsync(\.shown) { await Self.answer() }
            case .both: socket.assignAsync(\.shown) { try await Self.answer() + " and " + Self.slept() }
            }
        }

        private static func slept() async throws -> String {
            try await SessionClock.current.sleep(for: .seconds(30))
            return "slept"
        }

        /// Comes from a thread that no task runs on.
        private static func answer() async -> String {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(3)) {
                    continuation.resume(returning: "answered")
                }
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <p>\(context.shown.value ?? "nothing yet")</p>
            <button phx-click="sleep">Sleep</button> <button phx-click="ask">Ask</button> \
            <button phx-click="both">Both</button>
            """
        }
    }

    private func results(_ steps: String) throws -> [CaseResult] {
        let read = ScenarioReader().read(text: "scenario: Waits\nsteps:\n  - open: /\n\(steps)\n", path: "waits.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let clock = ContinuousClock()
        let start = clock.now
        let runner = ScenarioRunner(now: { start.duration(to: clock.now) }) { clock, observer in
            Engine(routes: Routes { Route("/", "Waits") { WaitingView() } }, clock: clock, observer: observer)
        }
        return runner.run(scenario)
    }

    private func ending(_ results: [CaseResult]) -> String {
        var report = ScenarioReport()
        for result in results { _ = report.add(result) }
        return report.ending
    }

    @Test func `half a minute of sleep takes none, and is waited for as timers are`() throws {
        let results = try results(
            """
              - click: Sleep
              - expect: { text: nothing yet, for: 29s }
              - expect: { text: slept, within: 1s }
              - click: Sleep
              - advance: 30s
              - expect: { text: slept, within: 0s }
              - click: Sleep
              - expect: { text: gone, within: 10s }
            """)
        let ending = ending(results)
        #expect(
            ending.contains("waits.yaml:11:5: expect: { text: gone, within: 10s }\n  wanted  text \"gone\""),
            "\(ending)")
        #expect(
            ending.contains("the next thing is due 30s after the start, and 10s is how long is waited"), "\(ending)")
        #expect(results.allSatisfy { $0.waits.isEmpty })
    }

    @Test func `what comes from outside is waited for in real time, and the report names the task and the time`() throws
    {
        let results = try results("  - click: Ask\n  - expect: answered\n")
        let ending = ending(results)
        #expect(ending.contains("1 passed"), "\(ending)")
        let place = #/waits\.yaml:5:5: expect: answered: [0-9.]+ ms for task "\\Context\.shown"/#
        #expect(ending.contains(place), "\(ending)")
        #expect(results[0].waits.map(\.step.place.line) == [5])
    }

    @Test func `a task waits for the outside, and then sleeps`() throws {
        let results = try results("  - click: Both\n  - expect: { text: answered and slept, within: 30s }\n")
        #expect(ending(results).contains("1 passed"))
    }
}
