/// What a handler asks of its session's timers.
enum TimerRequest {
    /// The info is of the type that its part of the page handles; it is kept as any, so that all sessions run the same code.
    case start(TimerID, any Sendable, after: Duration, isRepeating: Bool)
    case cancel(TimerID)
}
