import LiveClient
import LiveEngine
import LiveProtocol
import Scenarios
import Testing

/// Tries steps on views of a test.
struct ScenarioTrial {
    let routes: [Route]
    /// Lines of the header.
    var header = ""
    /// Whether keys and clicks tell which keys were held.
    var sendsModifiers = false

    /// A page of some HTML at `/`, which takes every event.
    init(html: String) { self.init { Route("/", "Page") { PageView(html: html) } } }

    init(@RoutesBuilder _ routes: () -> [Route]) { self.routes = routes() }

    func header(_ lines: String) -> ScenarioTrial {
        var trial = self
        trial.header += lines + "\n"
        return trial
    }

    /// What is wrong with a scenario of these steps before it runs.
    func problems(_ steps: String) -> String {
        let read = read(steps)
        return ProblemPrinter(sources: read.sources).print(read.problems)
    }

    func results(_ steps: String) throws -> [CaseResult] {
        let read = read(steps)
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let makeSettings = { @Sendable [sendsModifiers] in
            var settings = ClientSettings()
            settings.sendsModifiers = sendsModifiers
            return settings
        }
        let start = ContinuousClock.now
        let runner = ScenarioRunner(makeSettings: makeSettings, now: { ContinuousClock.now - start }) {
            [routes] clock, observer in
            Engine(routes: Routes(routes), clock: clock, observer: observer)
        }
        return runner.run(scenario)
    }

    /// The report of a run: failures, and how many passed.
    func report(_ steps: String) throws -> String {
        var report = ScenarioReport()
        for result in try results(steps) { _ = report.add(result) }
        return report.ending
    }

    private func read(_ steps: String) -> ScenarioReader.Result {
        let lines = steps.split(separator: "\n").map { "  \($0)\n" }.joined()
        return ScenarioReader().read(text: "scenario: Trial\n\(header)steps:\n\(lines)", path: "trial.yaml")
    }
}
