import LiveEngine
import LiveProtocol
import Simulator
import Synchronization
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
        let runner = ScenarioRunner(
            makeObservers: { scenarioCase in
                [
                    TraceRecorder(
                        of: scenarioCase, program: "tests", limit: limit, now: { results.time(after: tick) },
                        onEnd: results.keep), FrameKeeper(results: results),
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
        return try results.outcome()
    }

    private final class Results: Sendable {
        private let state = Mutex((time: Duration.zero, traces: [Trace](), frames: [Frame]()))

        func time(after tick: Duration) -> Duration {
            state.withLock { state in
                state.time += tick
                return state.time
            }
        }

        func keep(_ trace: Trace) { state.withLock { $0.traces.append(trace) } }

        func keep(_ frame: Frame) { state.withLock { $0.frames.append(frame) } }

        func outcome() throws -> Outcome {
            let (trace, frames) = state.withLock { ($0.traces.first, $0.frames) }
            return Outcome(trace: try #require(trace), frames: frames)
        }
    }

    private final class FrameKeeper: CaseObserver {
        private let results: Results

        init(results: Results) { self.results = results }

        func stepEnded(_ moment: StepMoment) { results.keep(moment.simulator.frame()) }
        func caseEnded(_ result: CaseResult) {}
    }
}
