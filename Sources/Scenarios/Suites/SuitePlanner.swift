import LiveProtocol
import TextLayout

/// Finds and reads the scenarios of files and folders, checks all of them, and chooses which cases are run.
package struct SuitePlanner: Sendable {
    private let reader: ScenarioReader
    private let filter: ScenarioFilter
    private let files: ScenarioFiles

    package init(
        reader: ScenarioReader = ScenarioReader(), filter: ScenarioFilter = ScenarioFilter(),
        files: ScenarioFiles = ScenarioFiles()
    ) {
        self.reader = reader
        self.filter = filter
        self.files = files
    }

    /// Plans the run of what the paths and the filter select.
    package func plan(paths: [String]) -> PlanOutcome { read(paths: paths).outcome }

    /// Plans the run of what the paths and the filter select, and tells which files each scenario is made of.
    func read(paths: [String]) -> (outcome: PlanOutcome, files: [String: Set<String>]) {
        let (chosen, missing) = files.find(paths)
        let results = chosen.map { reader.read(path: $0.path) }
        let servers = FolderServers(of: chosen, by: files)
        let shared = Set(servers.sources.map(\.path))
        let sources = Dictionary(
            zip(chosen, results).map {
                ($0.path, shared.union($1.sources.map(\.path)).union($1.namedFiles).union([$0.path]))
            },
            uniquingKeysWith: { $0.union($1) })
        return (outcome(paths, chosen, results, missing, servers), sources)
    }

    private func outcome(
        _ paths: [String], _ chosen: [ChosenFile], _ results: [ScenarioReader.Result], _ missing: [ScenarioProblem],
        _ servers: FolderServers
    ) -> PlanOutcome {
        var problems = missing + results.flatMap(\.problems) + servers.problems
        if problems.isEmpty { problems = wrongChoices(chosen, results) }
        guard problems.isEmpty else {
            let text = ProblemPrinter(sources: results.flatMap(\.sources) + servers.sources).print(problems)
            return .unusable(
                "\(text)\n\(problems.count) \(problems.count == 1 ? "problem" : "problems"); nothing was run")
        }
        let scenarios = results.compactMap(\.scenario)
        let cases = zip(chosen, scenarios).flatMap { file, scenario in
            filter.cases(of: scenario, at: file.lines).map { PlannedCase($0, of: scenario, servers: servers[file]) }
        }
        guard !cases.isEmpty else {
            return .nothing("no scenario to run in \(paths.map { ReadableText.quote($0) }.joined(separator: ", "))")
        }
        return .planned(SuitePlan(cases: cases, scenarios: scenarios))
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
