import HTMLTree
import LiveProtocol

extension LiveClient {
    /// How often messages and frames may lead to more of them before that is taken for endless.
    private static let turnLimit = 100_000
    /// How many turns in a row that were cut off are taken for endless.
    private static let restlessTurns = 25
    /// How many steps there are for one look at the time.
    private static let stepsBetweenLooks = 8

    /// How deep commands, events and hooks may cause one another at once.
    private static let nestingLimit = 32

    /// Runs what may cause more of its kind at once, which ends at a bound, as a browser's does.
    ///
    /// - Parameter node: The element that it stands on.
    func within(_ node: NodeID, _ operation: () -> Void) {
        guard page.nesting < Self.nestingLimit else {
            return report(
                .endlessWork,
                "\(words(for: node)) causes itself again and again; it was stopped after \(Self.nestingLimit) rounds")
        }
        let page = page
        page.nesting += 1
        operation()
        page.nesting -= 1
    }

    /// Whether nothing is under way that could change the page without input or the passing of time.
    public var isIdle: Bool {
        page.nextLoad == nil && page.frames.isEmpty && page.transfers.isEmpty && !page.transitions.hasWaiting
            && page.views.values.allSatisfy(\.pending.isEmpty)
            && page.views.values.allSatisfy { $0.state != .joining } && !isServerWorking
    }

    /// Whether the server works on something by itself, such as a task, that may change the page.
    public var isServerWorking: Bool { page.transport?.isWorking == true }

    /// Takes in what the views said and handles it until nothing more is to come, and runs what is due now.
    ///
    /// It stops before that when the work seems endless, which is told, and when `isTurnOver` says so.
    public func settle() {
        while takeStep() {
            stepsWithoutRest += 1
            if stepsWithoutRest >= Self.turnLimit {
                if turnsWithoutRest < Self.restlessTurns { reportEndlessWork() }
                stepsWithoutRest = 0
                onActivity?()
                return
            }
            if let isTurnOver, stepsWithoutRest % Self.stepsBetweenLooks == 0, isTurnOver() {
                turnsWithoutRest += 1
                if turnsWithoutRest == Self.restlessTurns { reportEndlessWork() }
                onActivity?()
                return
            }
        }
        stepsWithoutRest = 0
        turnsWithoutRest = 0
    }

    private func reportEndlessWork() {
        report(
            .endlessWork,
            "the page was still not at rest after \(stepsWithoutRest) steps; look for events that cause one another")
    }

    /// Does the next thing that is to be done now; false when there is none.
    private func takeStep() -> Bool {
        if let load = page.nextLoad {
            leave(for: load)
            return true
        }
        // What waited for transitions comes before what arrives later.
        if runWaitingUpdate() || receiveNext() { return true }
        if let deadline = clock.nextDeadline, deadline <= clock.now, clock.runNext(until: clock.now) { return true }
        return runFrames() || dropLostFocus()
    }

    /// Runs what was put off to the next frame; what that puts off waits for the frame after.
    private func runFrames() -> Bool {
        guard !page.frames.isEmpty else { return false }
        let frames = page.frames
        page.frames = []
        for frame in frames { frame() }
        return true
    }

    func runWaitingUpdate() -> Bool {
        guard let operation = page.transitions.next() else { return false }
        operation()
        return true
    }

    /// Runs an operation in the next frame of the present page.
    func onNextFrame(_ operation: @escaping () -> Void) { page.frames.append(operation) }

    /// Runs an operation after a delay, unless the page is another one by then.
    @discardableResult
    func after(_ delay: Duration, _ operation: @escaping () -> Void) -> VirtualClock.TimerID {
        page.timers.schedule(after: delay) { [weak self, weak page] in
            guard let self, let page, page === self.page else { return }
            operation()
        }
    }

    /// Changes the page now, or when the transitions that block it have ended, in the order of asking.
    ///
    /// What a change that waited asks for in turn happens at once, before the others that wait.
    func requestUpdate(_ operation: @escaping () -> Void) {
        if page.transitions.isBlocked {
            page.transitions.wait(operation)
        } else {
            operation()
        }
    }

    func record(_ event: LogEntry.Event) {
        let entry = LogEntry(time: clock.now, event: event)
        clientLog.append(entry)
        onRecord?(entry)
    }

    /// Writes down a mistake, as the settings want it.
    func report(_ rule: Diagnostic.Rule, _ message: String, severity standard: Diagnostic.Severity = .error) {
        let severity: Diagnostic.Severity
        switch settings.lint[rule] {
        case .ignore: return
        case .warn: severity = .warning
        case .error: severity = .error
        case nil: severity = standard
        }
        record(.diagnostic(Diagnostic(rule, message, severity: severity)))
    }
}
