/// How long one case may take in real time: a page that always has something to do would go on for years of virtual time.
struct TimeBudget {
    /// Long enough for any case that means something, short enough to be told the same day.
    static let standard = Duration.seconds(60)

    /// The same, for cases against a server elsewhere.
    static let againstServer = Duration.seconds(30)

    /// How many moments at which something is due may pass within one step.
    static let timerLimit = 100_000

    /// The real time.
    let now: () -> Duration
    private let start: Duration
    let limit: Duration

    /// - Parameter now: The real time.
    init(limit: Duration = TimeBudget.standard, now: @escaping () -> Duration) {
        self.now = now
        self.limit = limit
        start = now()
    }

    /// What is used of it.
    var used: Duration { now() - start }

    var isUsedUp: Bool { used > limit }

    /// What is left of it.
    var left: Duration { max(.zero, limit - used) }
}
