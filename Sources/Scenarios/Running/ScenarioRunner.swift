import LiveClient
import LiveProtocol
import Simulator

/// Runs scenarios, each case with a host, a clock and pages of its own. Nothing ever sleeps: time is virtual.
public struct ScenarioRunner {
    private let makeHost: (VirtualClock, any SessionObserver) -> any Host
    private let settings: ClientSettings
    private let snapshots: SnapshotStore
    private let now: () -> Duration
    private let totals: SessionTotals?

    /// - Parameter makeHost: Makes the host of one case, on the clock of that case; what sessions do must be told the
    ///   observer, so that their failures fail steps.
    public init(makeHost: @escaping (VirtualClock, any SessionObserver) -> any Host) {
        self.init(update: .none, makeHost: makeHost)
    }

    /// - Parameters:
    ///   - update: Which snapshots are written.
    ///   - settings: What the app configures a browser's client with.
    ///   - now: The real time, for the report and to end what takes too long; without it all takes no time.
    ///   - totals: Sums up what the sessions of all cases do.
    ///   - makeHost: Makes the host of one case, on the clock of that case; what sessions do must be told the observer, so
    ///     that their failures fail steps.
    package init(
        update: SnapshotUpdate = .none, settings: ClientSettings = ClientSettings(),
        now: @escaping () -> Duration = { .zero }, totals: SessionTotals? = nil,
        makeHost: @escaping (VirtualClock, any SessionObserver) -> any Host
    ) {
        snapshots = SnapshotStore(update: update)
        self.settings = settings
        self.now = now
        self.totals = totals
        self.makeHost = makeHost
    }

    /// Runs all cases of a scenario.
    public func run(_ scenario: Scenario) -> [CaseResult] { scenario.cases.map { run($0, of: scenario) } }

    /// Runs one case of a scenario.
    package func run(_ scenarioCase: ScenarioCase, of scenario: Scenario) -> CaseResult {
        if let why = scenario.skip {
            return CaseResult(
                id: scenarioCase.id, title: scenarioCase.title, outcome: .skipped(why: why), duration: .zero, dumps: [],
                warnings: [], savedSnapshots: [], usedSnapshots: [])
        }
        let start = now()
        let clock = VirtualClock(epoch: scenarioCase.world.clock)
        var settings = settings
        settings.lint.merge(scenarioCase.world.lint) { _, ofCase in ofCase }
        let findings = CaseFindings(lint: settings.lint, totals: totals)
        let host = makeHost(clock, findings)
        let pages = CasePages { [settings] in
            let network = Network(to: host, clock: clock)
            let simulator = Simulator(host: network, clock: clock, size: scenarioCase.world.size, settings: settings)
            let watch = PageWatch(simulator.client, findings: findings)
            return CasePages.Page(simulator: simulator, network: network, watch: watch)
        }
        var run = CaseRun(
            pages: pages, findings: findings, snapshots: snapshots, caseID: scenarioCase.id,
            color: scenarioCase.world.color, budget: TimeBudget(now: now))
        run.run(scenarioCase.steps)
        let outcome: CaseResult.Outcome =
            switch (scenario.fails, run.failures.isEmpty) {
            case (nil, true): .passed
            case (nil, false): .failed(run.failures)
            case (let why?, true): .passedUnexpectedly(why: why)
            case (let why?, false): .failedAsKnown(why: why)
            }
        return CaseResult(
            id: scenarioCase.id, title: scenarioCase.title, outcome: outcome, duration: now() - start, dumps: run.dumps,
            warnings: run.warnings, savedSnapshots: run.savedSnapshots, usedSnapshots: run.usedSnapshots)
    }
}
