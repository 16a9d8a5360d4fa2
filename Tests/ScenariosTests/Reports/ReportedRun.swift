import LiveEngine
import Markup
import Synchronization

@testable import Scenarios

/// A run with a case of every outcome, and texts that every form of report has to take care of.
enum ReportedRun {
    private static let files = [
        "a.yaml": "scenario: Passes\ntags: [smoke]\nsteps:\n  - open: /\n  - dump: outline\n",
        "b.yaml": """
        scenario: "100% <of> \\"these\\" & those, a: b # c"
        steps:
          - open: /
          - expect: { text: Nowhere, within: 0s }

        """,
        "c.yaml": "scenario: Later\nskip: not #yet\nsteps:\n  - open: /\n",
        "d.yaml":
            "scenario: Known\nfails: \"a bug, \\e[31mred\"\nsteps:\n  - open: /\n  - expect: { text: Nowhere, within: 0s }\n",
        "e.yaml": "scenario: Mended\nfails: it did\nsteps:\n  - open: /\n",
        "f.yaml": """
        scenario: "Row ${case}"
        table: [{ case: one }, { case: "\\u0007two" }]
        steps:
          - open: /
          - group:
              name: Saving
              steps:
                - expect: { text: "]]>\\u0001", within: 0s, soft: true }
                - push: { event: nosuch }

        """,
        "g.yaml": "scenario: Never the same\nsteps:\n  - open: /counting\n",
        "h.yaml": "scenario: Warns\nlint: { failed-push: warn }\nsteps:\n  - open: /\n  - push: { event: nosuch }\n",
    ]

    /// What a reporter says of it.
    static func report(by reporter: any Reporter, failsFast: Bool = false, workers: Int = 1) throws -> String {
        let scenarios = files.sorted { $0.key < $1.key }.compactMap { name, text in
            ScenarioReader().read(text: text, path: name).scenario
        }
        let cases = scenarios.flatMap { scenario in scenario.cases.map { PlannedCase($0, of: scenario) } }
        let visits = Atomic(0)
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes {
                    Route("/", "Greets") { ReportedView(text: "Hello") }
                    Route("/counting", "Counts") {
                        ReportedView(text: "visit \(visits.add(1, ordering: .relaxed).newValue)")
                    }
                }, clock: clock, observer: observer)
        }
        var options = ScenarioSuite.Options()
        options.failsFast = failsFast
        options.workers = workers
        options.repetitions = 2
        let output = CollectedReport()
        var reports = RunReports()
        reports.append(reporter, to: output)
        _ = try ScenarioSuite(runner: runner, options: options)
            .run(SuitePlan(cases: cases, scenarios: scenarios), reports: reports)
        return output.text
    }
}

/// A page of one line.
private struct ReportedView: LiveView {
    struct Context: LiveContext {}
    enum Event: Decodable, Sendable { case known }

    let text: String

    func handle(_ event: Event, _ socket: inout Socket) {}

    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(text)</p>" }
}
