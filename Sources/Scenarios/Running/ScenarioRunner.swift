import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// Runs scenarios, each case with a host, a clock and pages of its own. Nothing ever sleeps: time is virtual, but for cases
/// against a server elsewhere, and for what tasks of views wait for outside of the program.
public struct ScenarioRunner: Sendable {
    private let makeHost: @Sendable (VirtualClock, any SessionObserver) -> any Host
    private let makeSettings: @Sendable () -> ClientSettings
    private let snapshots: SnapshotStore
    let now: @Sendable () -> Duration
    private let date: (@Sendable () -> Duration)?
    let server: ServerAccess?
    private let makeObservers: @Sendable (ScenarioCase) -> [any CaseObserver]

    /// - Parameter makeHost: Makes the host of one case, on the clock of that case; what sessions do must be told the
    ///   observer, so that their failures fail steps.
    public init(makeHost: @escaping @Sendable (VirtualClock, any SessionObserver) -> any Host) {
        self.init(update: .none, makeHost: makeHost)
    }

    /// - Parameters:
    ///   - update: Which snapshots are written.
    ///   - makeSettings: Makes what the app configures a browser's client with, for each case anew.
    ///   - now: The real time, for the report and to end what takes too long; without it all takes no time.
    ///   - date: The real time since 1970, for cases whose time is real.
    ///   - server: How servers elsewhere are reached; without it all cases run in this process.
    ///   - makeObservers: Makes what sees a case run.
    ///   - makeHost: Makes the host of one case, on the clock of that case; what sessions do must be told the observer, so
    ///     that their failures fail steps.
    package init(
        update: SnapshotUpdate = .none,
        makeSettings: @escaping @Sendable () -> ClientSettings = { ClientSettings() },
        now: @escaping @Sendable () -> Duration = { .zero }, date: (@Sendable () -> Duration)? = nil,
        server: ServerAccess? = nil,
        makeObservers: @escaping @Sendable (ScenarioCase) -> [any CaseObserver] = { _ in [] },
        makeHost: @escaping @Sendable (VirtualClock, any SessionObserver) -> any Host
    ) {
        snapshots = SnapshotStore(update: update)
        self.makeSettings = makeSettings
        self.now = now
        self.date = date
        self.server = server
        self.makeObservers = makeObservers
        self.makeHost = makeHost
    }

    /// Runs all cases of a scenario.
    public func run(_ scenario: Scenario) -> [CaseResult] { scenario.cases.map { run($0, of: scenario) } }

    /// Runs one case of a scenario.
    package func run(_ scenarioCase: ScenarioCase, of scenario: Scenario) -> CaseResult {
        run(scenarioCase, of: scenario, pictures: .unused).result
    }

    private func run(
        _ scenarioCase: ScenarioCase, of scenario: Scenario, pictures: StepPictures
    ) -> (result: CaseResult, run: CaseRun?) {
        if let why = scenario.skip { return (notRun(scenarioCase, .skipped(why: why)), nil) }
        if let server, let address = server.address ?? scenarioCase.world.server {
            if server.isCompared { return (compare(scenarioCase, of: scenario, with: address, by: server), nil) }
            return run(scenarioCase, of: scenario, at: address, by: server, pictures: pictures)
        }
        return runInProcess(scenarioCase, of: scenario, pictures: pictures)
    }

    /// Runs one case of a plan, and keeps the picture that its page has in the end, where it was at rest.
    func runForPicture(_ planned: PlannedCase) -> (result: CaseResult, picture: Frame?) {
        let (result, run) = run(planned.scenarioCase, of: planned.scenario, pictures: .toKeepLast)
        return (result, run?.keptPictures.last ?? nil)
    }

    /// Runs one case of a plan.
    func run(_ planned: PlannedCase) -> CaseResult { run(planned.scenarioCase, of: planned.scenario) }

    /// Whether a case opens pages of a server elsewhere.
    func needsServer(_ planned: PlannedCase) -> Bool {
        server.map { $0.address != nil || planned.scenarioCase.world.server != nil } ?? false
    }

    /// Runs one case in this process.
    func runInProcess(
        _ scenarioCase: ScenarioCase, of scenario: Scenario, pictures: StepPictures
    ) -> (result: CaseResult, run: CaseRun) {
        let world = scenarioCase.world
        let budget = TimeBudget(limit: world.isTimeReal ? TimeBudget.againstServer : TimeBudget.standard, now: now)
        let log = WaitLog()
        let time = world.isTimeReal ? ServerTime(now: now, budget: budget, log: log) : nil
        let clock = clock(for: world)
        let settings = settings(for: scenarioCase)
        let findings = CaseFindings(lint: settings.lint)
        let host = makeHost(clock, findings)
        (host as? any InProcessHost)?.seedChance(UInt64(world.seed))
        let pages = CasePages {
            CasePages.Page(
                on: host, clock: clock, size: world.size, settings: settings, findings: findings, time: time)
        }
        let observers = makeObservers(scenarioCase)
        let run = CaseRun(
            pages: pages, findings: findings, snapshots: snapshots, caseID: scenarioCase.id,
            color: world.color, budget: budget, waitLog: log, serverTime: time, pictures: pictures,
            observers: observers)
        return perform(run, scenarioCase, of: scenario, observers)
    }

    /// The clock of a case, which stands still until it is moved, unless its header wants the real time.
    private func clock(for world: World) -> VirtualClock {
        guard world.isTimeReal else { return VirtualClock(epoch: world.clock) }
        let (now, start) = (now, now())
        return VirtualClock(epoch: date?() ?? world.clock, following: { now() - start })
    }

    /// Runs one case in this process, and hands over the page that its last step acted on.
    package func page(after planned: PlannedCase) -> Simulator {
        runInProcess(planned.scenarioCase, of: planned.scenario, pictures: .unused).run.simulator
    }

    /// Runs one case on pages of a server elsewhere, in real time. Each window has a host of its own, as it has cookies.
    func run(
        _ scenarioCase: ScenarioCase, of scenario: Scenario, at address: ServerAddress, by server: ServerAccess,
        pictures: StepPictures
    ) -> (result: CaseResult, run: CaseRun?) {
        let isTimeMoved = server.moveTime != nil
        if let key = scenarioCase.ownProcessKeys.first(where: { !(isTimeMoved && $0.reason == .clock) }) {
            return (refuse(scenarioCase, of: scenario, because: key), nil)
        }
        let clock = VirtualClock(epoch: server.moveTime == nil ? server.date() : scenarioCase.world.clock)
        var settings = settings(for: scenarioCase)
        settings.origin = address.origin
        settings.isRemote = true
        let findings = CaseFindings(lint: settings.lint, tellsOfCrashes: true)
        let budget = TimeBudget(limit: TimeBudget.againstServer, now: now)
        let log = WaitLog()
        let time = ServerTime(now: now, budget: budget, log: log, move: server.moveTime)
        let pages = CasePages { [settings] in
            CasePages.Page(
                on: server.makeHost(clock), clock: clock, size: scenarioCase.world.size, settings: settings,
                findings: findings, time: time)
        }
        let observers = makeObservers(scenarioCase)
        let run = CaseRun(
            pages: pages, findings: findings, snapshots: snapshots, caseID: scenarioCase.id,
            color: scenarioCase.world.color, budget: budget, waitLog: log, serverTime: time, pictures: pictures,
            observers: observers)
        return perform(run, scenarioCase, of: scenario, observers)
    }

    private func settings(for scenarioCase: ScenarioCase) -> ClientSettings {
        var settings = makeSettings()
        settings.lint.merge(scenarioCase.world.lint) { _, ofCase in ofCase }
        return settings
    }

    private func perform(
        _ run: CaseRun, _ scenarioCase: ScenarioCase, of scenario: Scenario, _ observers: [any CaseObserver]
    ) -> (result: CaseResult, run: CaseRun) {
        let start = now()
        var run = run
        run.run(scenarioCase.steps)
        run.end()
        var result = CaseResult(
            id: scenarioCase.id, title: scenarioCase.title, outcome: outcome(of: scenario, run.failures),
            duration: now() - start, dumps: run.dumps, warnings: run.warnings, savedSnapshots: run.savedSnapshots,
            usedSnapshots: run.usedSnapshots, waits: run.waits, times: run.times,
            totals: run.findings.totals)
        for observer in observers { observer.caseEnded(result) }
        result.artifacts = observers.lazy.compactMap(\.artifacts).first
        return (result, run)
    }

    private func outcome(of scenario: Scenario, _ failures: [StepFailure]) -> CaseResult.Outcome {
        switch (scenario.fails, failures.isEmpty) {
        case (nil, true): .passed
        case (nil, false): .failed(failures)
        case (let why?, true): .passedUnexpectedly(why: why)
        case (let why?, false): .failedAsKnown(why: why)
        }
    }

    private func refuse(
        _ scenarioCase: ScenarioCase, of scenario: Scenario, because key: OwnProcessKey
    ) -> CaseResult {
        let failure = StepFailure(
            step: key.step, groups: [], reason: .needsOwnProcess(key.words), wait: nil,
            besides: [], picture: MarkedFrame(Frame(size: scenarioCase.world.size)), events: [])
        return notRun(scenarioCase, outcome(of: scenario, [failure]))
    }

    /// What comes of a case that is not run at all.
    func notRun(_ scenarioCase: ScenarioCase, _ outcome: CaseResult.Outcome) -> CaseResult {
        CaseResult(
            id: scenarioCase.id, title: scenarioCase.title, outcome: outcome, duration: .zero, dumps: [], warnings: [],
            savedSnapshots: [], usedSnapshots: [])
    }
}
