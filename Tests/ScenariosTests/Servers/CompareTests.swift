import LiveEngine
import LiveProtocol
import Markup
import Scenarios
import Testing

/// Cases that run in process and on a server elsewhere, and what is told where they differ.
@Suite(.timeLimit(.minutes(20)))
struct CompareTests {
    private func report(here: String, there: String, steps: String) throws -> String {
        @Sendable func engine(_ greeting: String) -> @Sendable (VirtualClock) -> any Host {
            { clock in
                Engine(routes: Routes { Route("/", "Greets") { GreetingView(greeting: greeting) } }, clock: clock)
            }
        }
        let server = FarServer(engine(there))
        let access = ServerAccess(
            address: ServerAddress("http://far.example"), isCompared: true, date: { .zero },
            makeHost: { _ in server.makeHost() })
        let start = ContinuousClock.now
        let runner = ScenarioRunner(now: { ContinuousClock.now - start }, server: access) { clock, _ in
            engine(here)(clock)
        }
        let read = ScenarioReader().read(text: "scenario: Greets\nsteps:\n\(steps)\n", path: "greet.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    private let steps = "  - open: /\n  - click: Greet\n  - click: Greet\n"

    @Test func `Where both do the same, the case passes`() throws {
        let text = try report(here: "Hello", there: "Hello", steps: steps)
        #expect(text.contains("1 passed, 0 failed"), "\(text)")
    }

    @Test func `Where a frame differs after a step, both are shown with its place`() throws {
        let text = try report(here: "Hello", there: "Good day", steps: steps)
        #expect(
            text.contains(
                """
                greet.yaml:4:5: click: Greet
                  the page looks different from what it is in process
                  in process the step passes
                """), "\(text)")
        let parts = text.split(separator: "  by URL\n")
        #expect(parts.count == 2, "\(text)")
        #expect(parts.first?.contains(">Hello, 1") == true, "\(text)")
        #expect(parts.last?.contains("Good day, 1") == true, "\(text)")
    }

    @Test func `Where a step can be done in process only, both frames are shown`() throws {
        let text = try report(
            here: "Hello", there: "Good day", steps: "  - open: /\n  - expect: { text: Hello, within: 0s }")
        #expect(
            text.contains("greet.yaml:4:5: expect: { text: Hello, within: 0s }\n  wanted  text \"Hello\""), "\(text)")
    }

    @Test func `What fails in both fails as it does in process`() throws {
        let text = try report(here: "Hello", there: "Hello", steps: "  - open: /\n  - click: Nothing")
        #expect(text.contains("greet.yaml:4:5: click: Nothing\n  there is no Nothing to be seen"), "\(text)")
        #expect(!text.contains("by URL"), "\(text)")
    }

    @Test func `What fails in process only is told to pass by URL`() throws {
        let text = try report(
            here: "Hello", there: "Good day",
            steps: "  - open: /\n  - click: Greet\n  - expect: { text: Good day, within: 0s }")
        #expect(text.contains("the page looks different"), "\(text)")
    }
}

/// Says something, and how often.
private struct GreetingView: LiveView {
    struct Context: LiveContext {
        var count = 0
    }

    enum Event: Decodable, Sendable {
        case greet
    }

    let greeting: String

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.count += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<p>\(context.count > 0 ? "\(greeting), \(context.count)" : "")</p><button phx-click=\"greet\">Greet</button>"
    }
}
