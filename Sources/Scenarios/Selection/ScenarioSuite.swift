import LiveProtocol

/// Runs the scenarios of files and folders: reads and checks all of them first, and runs nothing when one is wrong.
public struct ScenarioSuite {
    /// What the exit code of a run says.
    public enum ExitCode: Int32, Sendable {
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
    public init(
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
    public func run(paths: [String], print: (String) -> Void) -> ExitCode {
        var filter = filter
        let (plainPaths, lines) = ScenarioFilter.paths(paths)
        filter.lines.merge(lines) { _, given in given }
        let (found, missing) = files.find(plainPaths)
        let results = found.map(reader.read(path:))
        let problems = missing + results.flatMap(\.problems)
        guard problems.isEmpty else {
            print(ProblemPrinter(sources: results.flatMap(\.sources)).print(problems))
            print("\(problems.count) \(problems.count == 1 ? "problem" : "problems"); nothing was run")
            return .unusable
        }
        var report = ScenarioReport(totals: totals)
        for scenario in results.compactMap(\.scenario) {
            for scenarioCase in filter.cases(of: scenario) {
                print(report.add(runner.run(scenarioCase, of: scenario)))
            }
        }
        guard !report.results.isEmpty else {
            print("no scenario to run in \(paths.joined(separator: ", "))")
            return .unusable
        }
        print("")
        print(report.ending)
        return report.hasFailures ? .failed : .passed
    }
}
