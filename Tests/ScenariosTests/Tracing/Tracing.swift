import LiveEngine
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import Scenarios

/// Runs scenarios for tests of their traces.
enum Tracing {
    /// A case's trace, and the pictures that its page really had after each step.
    struct Outcome {
        let trace: Trace
        let frames: [Frame]
    }

    /// - Parameters:
    ///   - tick: How much real time passes with each look at the clock.
    ///   - limit: About how many bytes a trace takes at most.
    static func run(
        _ steps: String, header: String = "", on html: String? = nil, tick: Duration = .milliseconds(1),
        limit: Int = TraceRecorder.standardLimit
    ) throws -> Outcome {
        let text = "scenario: Traced\n\(header)steps:\n\(steps)\n"
        let read = ScenarioReader().read(text: text, path: "Scenarios/traced.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let results = Results()
        var time = Duration.zero
        let runner = ScenarioRunner(
            makeObservers: { scenarioCase in
                [
                    TraceRecorder(of: scenarioCase, program: "tests", limit: limit) {
                        time += tick
                        return time
                    } onEnd: {
                        results.traces.append($0)
                    }, results,
                ]
            },
            makeHost: { clock, observer in
                let routes = Routes {
                    Route("/settings", "Settings") { SettingsView() }
                    Route("/page", "Page") { PageView(html: html ?? "") }
                }
                return Engine(routes: routes, clock: clock, observer: observer)
            })
        _ = runner.run(scenario)
        return Outcome(trace: try #require(results.traces.first), frames: results.frames)
    }

    private final class Results: CaseObserver {
        var traces: [Trace] = []
        var frames: [Frame] = []

        func stepEnded(_ moment: StepMoment) { frames.append(moment.simulator.frame()) }
        func caseEnded(_ result: CaseResult) {}
    }
}
