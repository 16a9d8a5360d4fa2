import LiveProtocol
import TextLayout

/// Runs the scenarios of files and folders: reads and checks all of them first, and runs nothing when one is wrong.
package struct ScenarioSuite {
    /// What the exit code of a run says.
    package enum ExitCode: Int32, Sendable {
        case passed = 0
        case failed = 1
        /// A scenario file is wrong, or there is nothing to run.
        case unusable = 2
    }

    private let reader: ScenarioReader
    private let runner: ScenarioRunner
    private let filter: ScenarioFilter
    private let files: ScenarioFiles
    private let totals: SessionTotals?

    /// - Parameter totals: What all sessions of the run do, to be told at the end.
    package init(
        runner: ScenarioRunner, reader: ScenarioReader = ScenarioReader(), filter: ScenarioFilter = ScenarioFilter(),
        files: ScenarioFiles = ScenarioFiles(), totals: SessionTotals? = nil
    ) {
        self.runner = runner
        self.reader = reader
        self.filter = filter
        self.files = files
        self.totals = totals
    }

    /// Runs what the paths and the filter select.
    ///
    /// - Parameter print: Takes the report, line by line as the cases end.
    package func run<Failure: Error>(
        paths: [String], print: (String) throws(Failure) -> Void
    ) throws(Failure) -> ExitCode {
        let (chosen, missing) = files.find(paths)
        let results = chosen.map { reader.read(path: $0.path) }
        var problems = missing + results.flatMap(\.problems)
        if problems.isEmpty { problems = wrongChoices(chosen, results) }
        guard problems.isEmpty else {
            try print(ProblemPrinter(sources: results.flatMap(\.sources)).print(problems))
            try print("\(problems.count) \(problems.count == 1 ? "problem" : "problems"); nothing was run")
            return .unusable
        }
        var report = ScenarioReport(totals: totals)
        for (file, scenario) in zip(chosen, results.compactMap(\.scenario)) {
            for scenarioCase in filter.cases(of: scenario, at: file.lines) {
                try print(report.add(runner.run(scenarioCase, of: scenario)))
            }
        }
        guard !report.results.isEmpty else {
            try print("no scenario to run in \(paths.map { ReadableText.quote($0) }.joined(separator: ", "))")
            return .unusable
        }
        try print("")
        try print(report.ending)
        return report.hasFailures ? .failed : .passed
    }

    /// What was asked for on the command line and is nowhere in the files, which are right themselves.
    private func wrongChoices(_ chosen: [ChosenFile], _ results: [ScenarioReader.Result]) -> [ScenarioProblem] {
        let scenarios = results.compactMap(\.scenario)
        let known = results.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
        let unknown = scenarios.isEmpty ? [] : reader.settings.keys.filter { !known.contains($0) }
        return unknown.map { name in
            ScenarioProblem(path: "--set", place: nil, kind: .unknownVariable(name, known: known.sorted()))
        } + zip(chosen, scenarios).flatMap { file, scenario in scenario.problems(at: file.lines ?? []) }
            + (scenarios.isEmpty ? [] : filter.problems(among: scenarios))
    }
}
