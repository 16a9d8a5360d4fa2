import LiveProtocol

/// What a page does later: in the next frame, after a while, or when the transitions that block patches have ended
/// (TheClientsRules.md, "Transitions").
///
/// A page that goes takes it all back, so that nothing of it waits in a clock that others use as well.
final class PageSchedule {
    private let clock: VirtualClock
    private var timers: Set<VirtualClock.TimerID> = []
    /// What runs at the end of the present turn of `settle()`, as a browser's animation frames do.
    private var frames: [() -> Void] = []
    /// How many transitions that block patches are running.
    private var blockingTransitions = 0
    /// The changes that wait for those.
    private var updates: [() -> Void] = []
    private var isOver = false

    init(clock: VirtualClock) { self.clock = clock }

    deinit { for timer in timers { clock.cancel(timer) } }

    /// The time since the clock started.
    var now: Duration { clock.now }

    /// Whether nothing is to be done without the passing of time.
    var isIdle: Bool { frames.isEmpty && updates.isEmpty }

    /// Takes back all that is planned; nothing more is planned from now on.
    func end() {
        isOver = true
        frames = []
        updates = []
        blockingTransitions = 0
        for timer in timers { clock.cancel(timer) }
        timers = []
    }

    // MARK: Time

    /// Runs an operation after a delay, unless the page is another one by then.
    @discardableResult
    func after(_ delay: Duration, _ operation: @escaping () -> Void) -> VirtualClock.TimerID {
        var own: VirtualClock.TimerID?
        let timer = clock.schedule(after: delay) { [weak self] in
            guard let self else { return }
            if let own { timers.remove(own) }
            if !isOver { operation() }
        }
        own = timer
        timers.insert(timer)
        return timer
    }

    /// Takes an operation back, unless it has run or was taken back already.
    func cancel(_ timer: VirtualClock.TimerID) {
        guard timers.remove(timer) != nil else { return }
        clock.cancel(timer)
    }

    // MARK: Frames

    /// Runs an operation in the next frame.
    func onNextFrame(_ operation: @escaping () -> Void) {
        if !isOver { frames.append(operation) }
    }

    /// Runs what was put off to the next frame; what that puts off waits for the frame after.
    ///
    /// - Returns: False when there was nothing.
    func runFrame() -> Bool {
        guard !frames.isEmpty else { return false }
        let present = frames
        frames = []
        for operation in present { operation() }
        return true
    }

    // MARK: Transitions

    /// Changes the page now, or when the transitions that block it have ended, in the order of asking.
    ///
    /// What a change that waited asks for in turn happens at once, before the others that wait.
    func requestUpdate(_ operation: @escaping () -> Void) {
        if blockingTransitions > 0 { updates.append(operation) } else { operation() }
    }

    /// Makes the next change that waited; false while a transition blocks it, or when none waits.
    func runWaitingUpdate() -> Bool {
        guard blockingTransitions == 0, !updates.isEmpty else { return false }
        updates.removeFirst()()
        return true
    }

    /// Starts a transition and ends it after its time; if it blocks, changes wait for that.
    func runTransition(_ timing: JSTiming, start: () -> Void, done: @escaping () -> Void) {
        if timing.isBlocking { blockingTransitions += 1 }
        start()
        after(.milliseconds(timing.time ?? Self.defaultTransitionTime)) { [weak self] in
            if timing.isBlocking { self?.blockingTransitions -= 1 }
            done()
            while self?.runWaitingUpdate() == true {}
        }
    }

    /// In milliseconds.
    private static let defaultTransitionTime = 200
}
