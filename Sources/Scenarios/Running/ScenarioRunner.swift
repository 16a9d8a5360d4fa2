import LiveClient
import LiveProtocol
import Simulator

/// Runs scenarios, each case with a host, a clock and pages of its own. Nothing ever sleeps: time is virtual.
public struct ScenarioRunner {
    private let makeHost: (VirtualClock) -> any Host
    private let settings: ClientSettings
    private let snapshots: SnapshotStore
    private let now: () -> Duration

    /// - Parameters:
    ///   - update: Which snapshots are written.
    ///   - settings: What the app configures a browser's client with.
    ///   - now: The real time, for the report; without it all takes no time.
    ///   - makeHost: Makes the host of one case, on the clock of that case.
    public init(
        update: SnapshotUpdate = .none, settings: ClientSettings = ClientSettings(),
        now: @escaping () -> Duration = { .zero },
        makeHost: @escaping (VirtualClock) -> any Host
    ) {
        snapshots = SnapshotStore(update: update)
        self.settings = settings
        self.now = now
        self.makeHost = makeHost
    }

    /// Runs all cases of a scenario.
    public func run(_ scenario: Scenario) -> [CaseResult] { scenario.cases.map { run($0, of: scenario) } }

    /// Runs one case of a scenario.
    public func run(_ scenarioCase: ScenarioCase, of scenario: Scenario) -> CaseResult {
        if let why = scenario.skip {
            return CaseResult(
                id: scenarioCase.id, title: scenarioCase.title, outcome: .skipped(why: why), duration: .zero, dumps: [],
                savedSnapshots: [], usedSnapshots: [])
        }
        let start = now()
        let clock = VirtualClock(epoch: scenarioCase.world.clock)
        let host = makeHost(clock)
        var settings = settings
        settings.lint.merge(scenarioCase.world.lint) { _, ofCase in ofCase }
        let pages = CasePages { [settings] in
            let network = Network(to: host, clock: clock)
            let simulator = Simulator(host: network, clock: clock, size: scenarioCase.world.size, settings: settings)
            return CasePages.Page(simulator: simulator, network: network)
        }
        var run = CaseRun(pages: pages, snapshots: snapshots, caseID: scenarioCase.id, color: scenarioCase.world.color)
        run.perform(scenarioCase.steps)
        let outcome: CaseResult.Outcome =
            switch (scenario.fails, run.failures.isEmpty) {
            case (nil, true): .passed
            case (nil, false): .failed(run.failures)
            case (let why?, true): .passedUnexpectedly(why: why)
            case (let why?, false): .failedAsKnown(why: why)
            }
        return CaseResult(
            id: scenarioCase.id, title: scenarioCase.title, outcome: outcome, duration: now() - start, dumps: run.dumps,
            savedSnapshots: run.savedSnapshots, usedSnapshots: run.usedSnapshots)
    }
}
