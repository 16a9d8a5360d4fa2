import Scenarios

/// Keeps what reports write.
final class CollectedReport: ReportOutput {
    private(set) var text = ""

    func write(_ text: String) { self.text += text }

    func finish() {}
}

extension ScenarioSuite {
    /// Runs what paths select, and tells of it as people read it.
    ///
    /// - Parameter onNeed: Called before anything is run when a network is needed; told what for.
    static func run(
        _ paths: [String], planner: SuitePlanner = SuitePlanner(), by runner: ScenarioRunner,
        options: Options = Options(), reporter: any Reporter = PrettyReporter(),
        onNeed: (String) throws -> Void = { _ in }
    ) throws -> (code: RunExitCode, text: String) {
        switch planner.plan(paths: paths) {
        case .unusable(let words): return (.unusable, words)
        case .nothing(let words): return (.nothingRan, words)
        case .planned(let plan):
            if let need = plan.networkNeed { try onNeed(need) }
            let output = CollectedReport()
            var reports = RunReports()
            reports.append(reporter, to: output)
            let code = try ScenarioSuite(runner: runner, options: options).run(plan, reports: reports)
            return (code, output.text)
        }
    }
}
