/// A task that is to be started.
struct TaskPlan: Sendable {
    let name: String
    let priority: TaskPriority?
    /// Whether it may go on for ever, so that nobody waits for its end.
    let isFeed: Bool
    let body: @Sendable (TaskOutlet) async -> Void
}
