import LiveProtocol

/// The tasks of one engine's sessions, as its thread sees them: what they have to do, and when those that sleep are to be
/// woken.
///
/// Where the engine's clock stands still until it is moved, tasks run on the engine's thread, between events. Where it
/// goes on with the real time, a person waits at the page: there they run on the threads that all programs have for
/// tasks, so that one that computes for long does not hold the page (ViewsAndEvents.md, "Work in the background").
final class BackgroundWork {
    let jobs = JobQueue()
    let sleeps: SleepList
    private let clock: VirtualClock
    private var timers: [Int: VirtualClock.TimerID] = [:]
    /// What those who sleep have been told of the time.
    private var toldTime = Duration.zero

    init(clock: VirtualClock) {
        self.clock = clock
        sleeps = SleepList(reading: clock.reading, jobs: jobs)
    }

    deinit {
        sleeps.close()
        jobs.detachAll()
    }

    /// Whether tasks run on the engine's thread.
    var runsTasks: Bool { clock.reading == nil }

    /// Where tasks run, unless they say otherwise themselves.
    var executor: (any TaskExecutor)? { runsTasks ? jobs : nil }

    /// Whether something is to be done now.
    var hasWork: Bool { !jobs.isEmpty || sleeps.hasChanges }

    /// The clock of all sessions.
    var sessionClock: SessionClock {
        tellTime()
        return SessionClock(sleeps: sleeps)
    }

    /// Does the next thing that a task has to do.
    ///
    /// - Returns: False when no task has anything to do now.
    func runNext() -> Bool {
        tellTime()
        if jobs.runNext() { return true }
        takeSleeps()
        return false
    }

    /// Sets the clock for those who went to sleep, and takes it back for those who were woken early.
    func takeSleeps() {
        let changes = sleeps.takeChanges()
        for number in changes.cancelled { if let timer = timers.removeValue(forKey: number) { clock.cancel(timer) } }
        for (number, deadline) in changes.begun {
            timers[number] = clock.schedule(after: deadline - clock.now) { [weak self, sleeps] in
                self?.timers[number] = nil
                self?.tellTime()
                sleeps.wake(number)
            }
        }
    }

    private func tellTime() {
        guard toldTime != clock.now else { return }
        toldTime = clock.now
        sleeps.setTime(toldTime)
    }
}
