/// What a handler asks of its session's timers.
enum TimerRequest {
    /// The info is of the view's own type; it is kept as any, so that sessions of all views run the same code.
    case start(TimerID, any Sendable, after: Duration, isRepeating: Bool)
    case cancel(TimerID)
}
