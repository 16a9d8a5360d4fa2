import ArgumentParser
import Scenarios

/// `test PATHS`: scenario files, run without a terminal.
struct TestCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: "Run scenario files.",
            discussion: """
                Exit code 0: all passed. 1: some failed, or too little was covered. 2: a file or the call is wrong, and \
                nothing was run then; or a server did not start, or a report could not be written. 3: no case was chosen. \
                130: interrupted.
                """)
    }

    @Argument(
        help: "Scenario files, or folders of them; FILE:LINE runs what stands at that line, such as a table's row.")
    var paths = ["Scenarios"]

    @OptionGroup(title: "Which cases")
    private var selection: SelectionOptions

    @OptionGroup(title: "How they run")
    private var running: RunOptions

    @OptionGroup(title: "What they are given")
    private var scenarios: ScenarioOptions

    @OptionGroup(title: "What is told")
    private var reporting: ReportOptions

    @OptionGroup(title: "What is kept")
    private var keeping: ArtifactOptions

    @OptionGroup(title: "What was never exercised")
    private var coverage: CoverageOptions

    @OptionGroup
    private var trace: TraceArguments

    @OptionGroup
    private var watching: WatchOptions

    @OptionGroup(title: "Servers elsewhere")
    private var remote: RemoteTestOptions

    func run() throws {
        if Network.makeHost == nil, let need = remote.need { try WebProgram.takeOver(for: need) }
        let traces = trace.folder
        if watching.isOn { try watch(traces) }
        let last = LastRun()
        let plan = try makePlan(after: last)
        if Network.makeHost == nil, let need = plan.networkNeed { try WebProgram.takeOver(for: need) }
        let artifacts = try keeping.folder()
        let coverage = self.coverage.isOn ? CoverageRun(PageFactory<App>().routes, isRemote: remote.isElsewhere) : nil
        let runner = try makeRunner(coverage, traces, artifacts)
        var reports = try reporting.reports()
        // A machine that runs all from the start anew has no use for it.
        if !Environment.isSet("CI") { reports.append(LastRunReporter(after: last), to: nil) }
        Interruption.watch()
        let suite = ScenarioSuite(
            runner: runner, options: running.suite, isInterrupted: { Interruption.isRequested })
        let code = try suite.run(plan, reports: reports)
        // Of a run that was broken off nobody can tell what it would have done.
        var isEnough = true
        if let coverage, code == .passed || code == .failed {
            isEnough = try self.coverage.tell(coverage, to: reporting.wordsOutput)
        }
        if let failure = artifacts?.failure { throw failure }
        if let failure = traces?.failure {
            try Output.errors.words(failure.message)
            throw ExitStatus.unusable
        }
        throw isEnough ? ExitStatus(code: code.rawValue) : ExitStatus.failure
    }

    /// Runs again and again what changes.
    private func watch(_ traces: TraceFolder?) throws -> Never {
        if coverage.isOn { throw ValidationError("--watch and --coverage do not go together") }
        let reader = scenarios.variables.reader
        let (filter, cookies) = (selection.filter, try remote.initialCookies())
        let server = Network.makeHost.map { remote.access(by: $0) }
        let suite = SuiteWatch(
            paths: paths, options: running.suite,
            makePlanner: { names in
                var filter = filter
                if !names.isEmpty { filter.names = names }
                return SuitePlanner(reader: reader, filter: filter)
            },
            makeRunner: { [scenarios] update in
                ScenarioRunner(of: App.self, scenarios, update: update, cookies: cookies, server: server) {
                    scenarioCase in
                    traces.map { [$0.observer(of: scenarioCase)] } ?? []
                }
            })
        if Network.makeHost == nil,
            case .planned(let plan) = SuitePlanner(reader: reader, filter: filter).plan(paths: paths),
            let need = plan.networkNeed
        {
            try WebProgram.takeOver(for: need)
        }
        try watching.run(suite, of: App().routes)
    }

    /// - Throws: `ExitStatus` when there is nothing to run, after saying why.
    private func makePlan(after last: LastRun) throws -> SuitePlan {
        let planner = SuitePlanner(
            reader: scenarios.variables.reader, selection: try selection.selection(after: last))
        let output = reporting.wordsOutput
        switch planner.plan(paths: paths) {
        case .planned(let plan):
            // Reports go to the output, where programs read them.
            if !plan.warnings.isEmpty { try Output.errors.words(plan.warnings) }
            return plan
        case .unusable(let words):
            try output.words(words)
            throw ExitStatus(code: RunExitCode.unusable.rawValue)
        case .nothing(let words):
            try output.words(words)
            throw ExitStatus(code: RunExitCode.nothingRan.rawValue)
        }
    }

    private func makeRunner(
        _ coverage: CoverageRun?, _ traces: TraceFolder?, _ artifacts: ArtifactFolder?
    ) throws -> ScenarioRunner {
        ScenarioRunner(
            of: App.self, scenarios, cookies: try remote.initialCookies(),
            server: Network.makeHost.map { remote.access(by: $0) }, coverage: coverage?.engine
        ) { scenarioCase in
            (coverage?.makeObservers() ?? []) + (traces.map { [$0.observer(of: scenarioCase)] } ?? [])
                + (artifacts.map { [$0.observer(of: scenarioCase)] } ?? [])
        }
    }
}
