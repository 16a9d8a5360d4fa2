import ArgumentParser
import Scenarios

/// `test PATHS`: scenario files, run without a terminal.
struct TestCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: "Run scenario files.",
            discussion: """
                Exit code 0: all passed. 1: some failed. 2: a file or the call is wrong, and nothing was run then; or a \
                server did not start, or a report could not be written. 3: no case was chosen. 130: interrupted.
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

    @OptionGroup(title: "Servers elsewhere")
    private var remote: RemoteTestOptions

    func run() throws {
        if Network.makeHost == nil, let need = remote.need { try WebProgram.takeOver(for: need) }
        let runner = try makeRunner()
        let plan = try makePlan()
        if Network.makeHost == nil, let need = plan.networkNeed { try WebProgram.takeOver(for: need) }
        Interruption.watch()
        let suite = ScenarioSuite(
            runner: runner, options: running.suite, isInterrupted: { Interruption.isRequested })
        throw ExitStatus(code: try suite.run(plan, reports: try reporting.reports()).rawValue)
    }

    /// - Throws: `ExitStatus` when there is nothing to run, after saying why.
    private func makePlan() throws -> SuitePlan {
        let planner = SuitePlanner(
            reader: ScenarioReader(settings: scenarios.variables), filter: selection.filter)
        switch planner.plan(paths: paths) {
        case .planned(let plan):
            return plan
        case .unusable(let words):
            try Output.standard.words(words)
            throw ExitStatus(code: ExitCode.unusable.rawValue)
        case .nothing(let words):
            try Output.standard.words(words)
            throw ExitStatus(code: ExitCode.nothingRan.rawValue)
        }
    }

    private func makeRunner() throws -> ScenarioRunner {
        let cookies = try remote.initialCookies()
        let change = scenarios.changeSettings
        return ScenarioRunner(
            update: scenarios.snapshotUpdate,
            makeSettings: {
                var settings = PageFactory<App>().clientSettings
                settings.cookies = cookies
                change(&settings)
                return settings
            }, now: { RealTime.monotonic }, server: Network.makeHost.map { remote.access(by: $0) }
        ) { clock, observer in
            PageFactory<App>().makeEngine(clock: clock, observer: observer)
        }
    }
}
