/// A task that is to be started.
struct TaskPlan: Sendable {
    /// When a task has taken too long, and what its session is told then.
    struct Deadline: Sendable {
        let limit: Duration
        let info: @Sendable () -> any Sendable

        init(after limit: Duration, _ info: @escaping @Sendable () -> any Sendable) {
            self.limit = limit
            self.info = info
        }
    }

    let name: String
    let priority: TaskPriority?
    let body: @Sendable (TaskOutlet) async -> Void
    /// Whether it may go on for ever, so that nobody waits for its end.
    var isFeed = false
    var deadline: Deadline?

    init(name: String, priority: TaskPriority?, body: @escaping @Sendable (TaskOutlet) async -> Void) {
        self.name = name
        self.priority = priority
        self.body = body
    }
}
