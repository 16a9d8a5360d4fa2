/// The time of a session, for its tasks: five seconds by it are five seconds in a terminal and on a server, and cost
/// nothing in a scenario, whose time is virtual.
///
/// A task has the clock of its session as `SessionClock.current`, and a handler as `socket.clock`. Whoever sleeps by it is
/// woken in order of time, and of going to sleep; a task that is cancelled is woken at once, with `CancellationError`. So
/// is one whose page, and all others on the same clock, are gone (ViewsAndEvents.md, "Work in the background").
public struct SessionClock: Clock {
    /// A moment by a session's clock.
    public struct Instant: InstantProtocol {
        /// The time since the clock started.
        public let offset: Duration

        /// The moment so much later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        /// How much later the other moment is.
        public func duration(to other: Instant) -> Duration { other.offset - offset }

        /// Whether a moment is earlier than another.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    /// That of the session whose task this is.
    @TaskLocal static var inherited: SessionClock?

    /// The clock of the session whose task this is; elsewhere, as in a test of a function by itself, the real time.
    public static var current: SessionClock { inherited ?? .system }

    /// The real time.
    static let system = SessionClock(sleeps: nil)
    private static let systemStart = ContinuousClock.now

    /// Those who sleep by it; nil for the real time.
    private let sleeps: SleepList?
    /// The task whose clock it is; nil for all of a session.
    private let task: TaskRest?

    init(sleeps: SleepList?, task: TaskRest? = nil) {
        self.sleeps = sleeps
        self.task = task
    }

    /// The present moment.
    public var now: Instant { Instant(offset: sleeps?.now ?? (ContinuousClock.now - Self.systemStart)) }

    /// The shortest time that it tells from none.
    public var minimumResolution: Duration { .nanoseconds(1) }

    /// Goes on at a moment, at the end of what is to be done now if it has passed.
    ///
    /// - Parameter tolerance: Is not needed; nobody is woken late.
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        guard let sleeps else {
            return try await Task.sleep(until: Self.systemStart + deadline.offset, tolerance: tolerance)
        }
        try await sleeps.sleep(until: deadline.offset, for: task ?? Self.inherited?.task(on: sleeps))
    }

    /// The task whose clock it is, if that is one of an engine.
    private func task(on sleeps: SleepList) -> TaskRest? { self.sleeps === sleeps ? task : nil }
}
