import LiveProtocol

extension LiveClient {
    /// How often messages and frames may lead to more of them before that is taken for endless.
    private static let turnLimit = 100_000
    /// How many turns in a row that were cut off are taken for endless.
    private static let restlessTurns = 25
    /// How many steps there are for one look at the time.
    private static let stepsBetweenLooks = 8

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
        if receiveNext() || runWaitingUpdate() || runFrames() { return true }
        guard let deadline = clock.nextDeadline, deadline <= clock.now else { return false }
        return clock.runNext(until: clock.now)
    }

    /// Runs what was put off to the next frame; what that puts off waits for the frame after.
    private func runFrames() -> Bool {
        guard !page.frames.isEmpty else { return false }
        let frames = page.frames
        page.frames = []
        for frame in frames { frame() }
        return true
    }

    private func runWaitingUpdate() -> Bool {
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
    func requestUpdate(_ operation: @escaping () -> Void) {
        if page.transitions.isBlocked || page.transitions.hasWaiting {
            page.transitions.wait(operation)
        } else {
            operation()
        }
    }

    func record(_ event: LogEntry.Event) {
        clientLog.append(LogEntry(time: clock.now, event: event))
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
