import LiveProtocol
import TextLayout

/// Finds and reads the scenarios of files and folders, checks all of them, and chooses which cases are run.
package struct SuitePlanner: Sendable {
    private let reader: ScenarioReader
    private let selection: CaseSelection
    private let files: ScenarioFiles

    package init(
        reader: ScenarioReader = ScenarioReader(), selection: CaseSelection = CaseSelection(),
        files: ScenarioFiles = ScenarioFiles()
    ) {
        self.reader = reader
        self.selection = selection
        self.files = files
    }

    /// Chooses by tags and names alone.
    package init(reader: ScenarioReader = ScenarioReader(), filter: ScenarioFilter) {
        self.init(reader: reader, selection: CaseSelection(filter: filter))
    }

    /// Plans the run of what the paths and the filter select.
    package func plan(paths: [String]) -> PlanOutcome { read(paths: paths).outcome }

    /// Plans the run of what the paths and the filter select, and tells which files each scenario is made of.
    func read(paths: [String]) -> (outcome: PlanOutcome, files: [String: Set<String>]) {
        let (found, missing) = files.find(paths)
        let (chosen, results) = reader.read(found)
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
        // What is wrong with a part is found by each file that includes it, and told once.
        var problems = Array(Set(missing + results.flatMap(\.problems) + servers.problems))
        if problems.isEmpty { problems = wrongChoices(chosen, results) }
        guard problems.isEmpty else {
            let text = ProblemPrinter(sources: results.flatMap(\.sources) + servers.sources).print(problems)
            return .unusable(
                "\(text)\n\(problems.count) \(problems.count == 1 ? "problem" : "problems"); nothing was run")
        }
        let scenarios = results.compactMap(\.scenario)
        var cases: [PlannedCase] = []
        for (file, result) in zip(chosen, results) {
            guard let scenario = result.scenario, isTouched(file, result, servers[file]) else { continue }
            cases += selection.filter.cases(of: scenario, at: file.lines).map {
                PlannedCase($0, of: scenario, servers: servers[file])
            }
        }
        cases = selection.select(cases)
        guard !cases.isEmpty else {
            let places = paths.map { ReadableText.quote($0) }.joined(separator: ", ")
            return .nothing((["no scenario to run in \(places)"] + selection.reasons).joined(separator: "; "))
        }
        let warnings = ProblemPrinter(sources: results.flatMap(\.sources))
            .print(results.flatMap(\.warnings), mark: "warning: ")
        return .planned(SuitePlan(cases: cases, scenarios: scenarios, warnings: warnings))
    }

    /// Whether changes concern a file, where only such are chosen.
    private func isTouched(_ file: ChosenFile, _ result: ScenarioReader.Result, _ servers: [ServerSetup]) -> Bool {
        selection.changes?.touch(
            file.path, madeOf: result.sources.map(\.path) + result.namedFiles + servers.map(\.path)) ?? true
    }

    /// What was asked for on the command line and is nowhere in the files, which are right themselves.
    private func wrongChoices(_ chosen: [ChosenFile], _ results: [ScenarioReader.Result]) -> [ScenarioProblem] {
        let scenarios = results.compactMap(\.scenario)
        guard !scenarios.isEmpty else { return [] }
        return reader.unusedSettings(in: results)
            + zip(chosen, scenarios).flatMap { file, scenario in scenario.problems(at: file.lines ?? []) }
            + selection.filter.problems(among: scenarios)
    }
}
