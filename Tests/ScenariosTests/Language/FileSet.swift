import Foundation
import LiveEngine
import Testing

@testable import Scenarios

/// Files that stand for those of a disk, and what is said when the first of them is read or run.
struct FileSet {
    let texts: [String: String]
    var settings: [String: String] = [:]
    var environment: [String: String?] = [:]

    init(_ text: String, _ others: [String: String] = [:]) { texts = others.merging(["a.yaml": text]) { $1 } }

    var result: ScenarioReader.Result {
        ScenarioReader(files: ScenarioFiles(texts: texts), settings: settings, environment: environment)
            .read(text: texts["a.yaml"] ?? "", path: "a.yaml")
    }

    var problems: String {
        let result = result
        return ProblemPrinter(sources: result.sources).print(result.problems)
    }

    var warnings: String {
        let result = result
        #expect(result.problems.map(\.message) == [])
        return ProblemPrinter(sources: result.sources).print(result.warnings, mark: "warning: ")
    }

    /// The places and messages alone.
    var problemLines: [String] { Self.lines(result.problems) }
    var warningLines: [String] { Self.lines(result.warnings) }

    private static func lines(_ problems: [ScenarioProblem]) -> [String] {
        problems.map { problem in
            "\(problem.path)\(problem.place.map { ":\($0.line):\($0.column)" } ?? ""): \(problem.message)"
        }
    }

    /// What is told of a run of the settings page.
    func report() throws -> String {
        let result = result
        let scenario = try #require(result.scenario, "\(problems)")
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }
}
