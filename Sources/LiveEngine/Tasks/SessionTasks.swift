/// The tasks that one session has running, each under a name of its own.
struct SessionTasks {
    private struct Running {
        let number: Int
        let isFeed: Bool
        let task: Task<Void, Never>
    }

    private var tasks: [String: Running] = [:]
    private var nextNumber = 0

    /// Whether any task runs whose end is to come.
    var isWorking: Bool { tasks.values.contains { !$0.isFeed } }

    mutating func run(_ request: TaskRequest, for address: SessionAddress) {
        switch request {
        case .start(let plan): start(plan, for: address)
        case .cancel(let name): tasks.removeValue(forKey: name)?.task.cancel()
        }
    }

    /// Takes a report in.
    ///
    /// - Returns: Whether it comes from a task that still counts: not cancelled, and not replaced.
    mutating func takes(_ report: TaskReport) -> Bool {
        guard tasks[report.name]?.number == report.number else { return false }
        switch report.content {
        case .element: break
        case .end, .failure: tasks[report.name] = nil
        }
        return true
    }

    mutating func end() {
        for running in tasks.values { running.task.cancel() }
        tasks = [:]
    }

    private mutating func start(_ plan: TaskPlan, for address: SessionAddress) {
        tasks[plan.name]?.task.cancel()
        let outlet = TaskOutlet(address: address, name: plan.name, number: nextNumber)
        nextNumber += 1
        let task = Task(priority: plan.priority) { await plan.body(outlet) }
        tasks[plan.name] = Running(number: outlet.number, isFeed: plan.isFeed, task: task)
    }
}
