/// Handlers or rendering took longer than they may.
struct TimeLimitExceeded: Error, Equatable {
    let time: Duration
    let limit: Duration
}

extension TimeLimitExceeded: CustomStringConvertible {
    var description: String {
        "took \(time), and may take \(limit); nothing of it was kept. Long work belongs in a task: startTask, assignAsync"
    }
}

extension ActivitySocket {
    /// Throws when this event has taken longer than the engine's limit for handlers; for loops that may run for long.
    public func checkTimeLimit() throws { try state.place?.checkTimeLimit() }
}
