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

    /// Runs what the paths and the filter select, on servers elsewhere as far as the runner reaches them.
    ///
    /// - Parameter print: Takes the report, line by line as the cases end.
    package func run<Failure: Error>(
        paths: [String], print: (String) throws(Failure) -> Void
    ) throws(Failure) -> ExitCode {
        try run(paths: paths, needNetwork: { (_: String) throws(Failure) in }, print: print)
    }

    /// Runs what the paths and the filter select.
    ///
    /// - Parameters:
    ///   - needNetwork: Called before anything is run or printed when a server elsewhere is needed that cannot be reached
    ///     from here; told what for.
    ///   - print: Takes the report, line by line as the cases end.
    package func run<Failure: Error>(
        paths: [String], needNetwork: (String) throws(Failure) -> Void,
        print: (String) throws(Failure) -> Void
    ) throws(Failure) -> ExitCode {
        let (chosen, missing) = files.find(paths)
        let results = chosen.map { reader.read(path: $0.path) }
        let servers = FolderServers(of: chosen, by: files)
        var problems = missing + results.flatMap(\.problems) + servers.problems
        if problems.isEmpty { problems = wrongChoices(chosen, results) }
        guard problems.isEmpty else {
            try print(ProblemPrinter(sources: results.flatMap(\.sources) + servers.sources).print(problems))
            try print("\(problems.count) \(problems.count == 1 ? "problem" : "problems"); nothing was run")
            return .unusable
        }
        let cases = zip(chosen, results.compactMap(\.scenario)).flatMap { file, scenario in
            filter.cases(of: scenario, at: file.lines).map { PlannedCase($0, of: scenario, servers: servers[file]) }
        }
        guard !cases.isEmpty else {
            try print("no scenario to run in \(paths.map { ReadableText.quote($0) }.joined(separator: ", "))")
            return .unusable
        }
        if runner.server == nil, let planned = cases.first(where: { $0.scenarioCase.world.server != nil }) {
            try needNetwork(planned.need)
        }
        return try run(cases, print: print)
    }

    private func run<Failure: Error>(
        _ cases: [PlannedCase], print: (String) throws(Failure) -> Void
    ) throws(Failure) -> ExitCode {
        let servers = runner.server.map { RunningServers(access: $0, now: runner.now) }
        var code = ExitCode.unusable
        defer { servers?.end(keepsOutput: code != .passed) }
        var report = ScenarioReport(totals: totals)
        for planned in cases {
            if let failure = servers?.start(planned.servers) {
                try print("\(ReadableText.line(failure.message)); nothing more was run")
                return code
            }
            try print(report.add(runner.run(planned.scenarioCase, of: planned.scenario)))
        }
        try print("")
        try print(report.ending)
        code = report.hasFailures ? .failed : .passed
        if code == .failed, let outputs = servers?.outputs, !outputs.isEmpty {
            try print("what the servers wrote is in \(outputs.map { ReadableText.quote($0) }.joined(separator: ", "))")
        }
        return code
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

/// A case that is going to be run, and the servers that it needs.
private struct PlannedCase {
    var scenarioCase: ScenarioCase
    let scenario: Scenario
    let servers: [ServerSetup]

    /// Pages are those of the folder's first server, unless the header names another.
    init(_ scenarioCase: ScenarioCase, of scenario: Scenario, servers: [ServerSetup]) {
        self.scenarioCase = scenarioCase
        self.scenario = scenario
        self.servers = servers
        if scenarioCase.world.server == nil { self.scenarioCase.world.server = servers.first?.ready.server }
    }

    /// What needs a network.
    var need: String { servers.first?.path ?? "\(scenario.path): url" }
}
