import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// One case on its way: performs steps one after the other until one fails.
struct CaseRun {
    /// A step that cannot go on.
    struct Stop: Error {
        let reason: StepFailure.Reason
        /// What the message is about, marked in the picture.
        var nodes: [NodeID] = []
        /// How long was waited for it to be otherwise.
        var wait: WaitReport?
    }

    private var pages: CasePages
    let findings: CaseFindings
    private let snapshots: SnapshotStore
    private let caseID: String
    /// The colours that the case's frames have.
    let color: FrameColors
    let budget: TimeBudget
    /// How time passes against a server elsewhere; nil where the views are in this process, and time is virtual.
    let serverTime: ServerTime?
    /// What was waited for in real time.
    let waitLog: WaitLog
    private var pictures: StepPictures
    private let observers: [any CaseObserver]

    private(set) var failures: [StepFailure] = []
    private(set) var warnings: [CaseResult.Warning] = []
    private(set) var dumps: [CaseResult.Dump] = []
    private(set) var savedSnapshots: [String] = []
    private(set) var usedSnapshots: [String] = []
    private(set) var waits: [CaseResult.StepWaits] = []
    private(set) var times: [CaseResult.StepTime] = []
    /// What `let` steps have read from pages so far.
    var readings = Readings()
    /// The step that is being performed.
    private var step: Step?
    private var groups: [String] = []
    /// The step that brought about the findings that fail it unless the next step expects them, and its groups.
    private var pendingStep: (step: Step, groups: [String])?

    init(
        pages: CasePages, findings: CaseFindings, snapshots: SnapshotStore, caseID: String, color: FrameColors,
        budget: TimeBudget, waitLog: WaitLog = WaitLog(), serverTime: ServerTime? = nil,
        pictures: StepPictures = .unused,
        observers: [any CaseObserver] = []
    ) {
        self.pages = pages
        self.findings = findings
        self.snapshots = snapshots
        self.caseID = caseID
        self.color = color
        self.budget = budget
        self.serverTime = serverTime
        self.waitLog = waitLog
        self.pictures = pictures
        self.observers = observers
    }

    /// The page that steps act on.
    var simulator: Simulator { pages.current.simulator }

    /// What that page waits for of a server elsewhere.
    var answers: WindowAnswers? { pages.current.answers }

    /// What is between that page and its host.
    var network: Network { pages.current.network }

    /// What that page has pushed since the last step that acted began.
    var watch: PageWatch { pages.current.watch }

    /// Performs all steps of the case.
    mutating func run(_ steps: [Step]) {
        if perform(steps) { failPending() }
        pictures.end(after: simulator)
    }

    /// Leaves the pages that servers elsewhere have.
    func end() { if serverTime != nil { pages.close() } }

    /// The pictures after the steps, where they were kept.
    var keptPictures: [Frame?] { pictures.kept }

    /// Performs steps; after a failure that is not soft, no more.
    ///
    /// - Returns: False when it stopped early.
    private mutating func perform(_ steps: [Step]) -> Bool {
        for step in steps {
            switch step.content {
            case .group(let name, let inner):
                if let name { groups.append(name) }
                let isDone = perform(inner)
                if name != nil { groups.removeLast() }
                guard isDone else { return false }
            case .action(let action):
                guard perform(next: action, of: step) else { return false }
            case .deferred(let deferred):
                guard perform(next: deferred.action(with: readings), of: step) else { return false }
            }
        }
        return true
    }

    /// Performs what a step does, unless the one before it has failed.
    ///
    /// - Returns: Whether the case goes on.
    private mutating func perform(next action: some StepAction, of step: Step) -> Bool {
        guard action.mayExpectFindings || !failPending() else { return false }
        return perform(action, of: step) || action.isSoft
    }

    /// Performs what a step does.
    ///
    /// - Returns: Whether it could be done.
    private mutating func perform(_ action: some StepAction, of step: Step) -> Bool {
        self.step = step
        let start = budget.now()
        defer {
            times.append(CaseResult.StepTime(step: step, duration: budget.now() - start))
            pictures.goOn(after: simulator)
            let parts = waitLog.take()
            if !parts.isEmpty { waits.append(.init(step: step, parts: parts)) }
        }
        do throws(Stop) {
            try checkReadiness(for: action)
            if action.isDeed { watch.begin() }
            try action.perform(in: &self)
            try comparePicture()
            takeFindings(of: step)
            tellObservers(of: step, failure: nil)
            return true
        } catch {
            takeFindings(of: step)
            fail(step, groups, error, besides: findings.takeFailing())
            tellObservers(of: step, failure: failures.last)
            return false
        }
    }

    private func tellObservers(of step: Step, failure: StepFailure?) {
        guard !observers.isEmpty else { return }
        let moment = StepMoment(
            step: step, groups: groups, simulator: simulator, colors: color, pageName: pages.currentName,
            failure: failure)
        for observer in observers { observer.stepEnded(moment) }
    }

    /// Waits for the picture that the page had after the same step of an earlier run, where there was one.
    private func comparePicture() throws(Stop) {
        guard let wanted = pictures.wanted else { return }
        let simulator = simulator
        let wait = waiting.wait(within: standardWait, for: .picture) { simulator.frame().isSame(as: wanted) }
        if let wait { throw Stop(reason: .otherPicture, wait: wait) }
    }

    private func checkReadiness(for action: some StepAction) throws(Stop) {
        if budget.isUsedUp { throw Stop(reason: .outOfTime(budget.limit)) }
        guard pages.current.isOpen || !action.needsPage else {
            throw Stop(reason: .nothingOpen(page: pages.currentName))
        }
    }

    /// What was pushed before on the other page does not count there.
    mutating func switchPage(to name: String) {
        pages.switchPage(to: name)
        watch.begin()
    }

    /// Puts a text into the report, as of the step that is being performed.
    mutating func dump(_ text: String) {
        if let step { dumps.append(CaseResult.Dump(step: step, text: text)) }
    }

    /// The picture that is kept under a name; nil when there is none.
    func keptPicture(named name: String) -> String? {
        snapshots.kept(at: SnapshotStore.path(of: name, caseID: caseID))
    }

    /// Compares a picture with the one that is kept under a name.
    mutating func compare(_ picture: String, named name: String) -> SnapshotStore.Outcome {
        let path = SnapshotStore.path(of: name, caseID: caseID)
        usedSnapshots.append(path)
        let outcome = snapshots.compare(picture, path: path)
        if case .saved = outcome { savedSnapshots.append(path) }
        return outcome
    }

    private mutating func takeFindings(of step: Step) {
        let told = findings.takeWarnings()
        if !told.isEmpty { warnings.append(CaseResult.Warning(step: step, findings: told)) }
        if !findings.failing.isEmpty, pendingStep == nil { pendingStep = (step, groups) }
    }

    /// Fails the step that brought about what no expectation spoke of.
    ///
    /// - Returns: Whether there was such a step.
    @discardableResult
    private mutating func failPending() -> Bool {
        guard let pendingStep, !findings.failing.isEmpty else {
            self.pendingStep = nil
            return false
        }
        fail(pendingStep.step, pendingStep.groups, Stop(reason: .findings(findings.takeFailing())))
        return true
    }

    private mutating func fail(_ step: Step, _ groups: [String], _ stop: Stop, besides: [Finding] = []) {
        pendingStep = nil
        let rows = stop.nodes.filter(simulator.document.isAlive).flatMap {
            simulator.rectangles(of: $0).flatMap(\.rows)
        }
        failures.append(
            StepFailure(
                step: step, groups: groups, reason: stop.reason, wait: stop.wait, besides: besides,
                picture: MarkedFrame(simulator.frame(), markedRows: Set(rows)),
                pictureInProcess: pictures.wanted.map {
                    MarkedFrame($0, markedRows: $0.rows(otherThanIn: simulator.frame()))
                },
                events: simulator.client.log.suffix(100).compactMap(EventSpelling.text).suffix(3).map(\.self)))
    }
}
