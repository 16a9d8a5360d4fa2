import LiveProtocol

/// The tasks that one part of a page has running, each under a name of its own.
final class RunningTasks {
    private struct Running {
        let number: Int
        let isFeed: Bool
        let task: Task<Void, Never>
        let rest: TaskRest
        let deadline: VirtualClock.TimerID?
    }

    private var tasks: [String: Running] = [:]
    private var nextNumber = 0
    /// The engine's, once there was a task.
    private var background: BackgroundWork?

    /// Whether any task runs whose end is to come by itself.
    var isWorking: Bool { tasks.values.contains(where: isWorking) }

    /// The names of the tasks whose end is to come by itself.
    var working: [String] { tasks.filter { isWorking($0.value) }.keys.sorted() }

    /// A feed may never end, and one that sleeps by a clock that stands still goes on when that is moved.
    private func isWorking(_ running: Running) -> Bool {
        !running.isFeed && !(running.rest.isAsleep && background?.runsTasks == true)
    }

    func run(_ request: TaskRequest, for address: SessionAddress, of recipient: any Recipient) {
        switch request {
        case .start(let plan): start(plan, for: address, of: recipient)
        case .cancel(let name): cancel(name, clock: recipient.clock)
        }
    }

    /// Takes a report in.
    ///
    /// - Returns: Whether it comes from a task that still counts: not cancelled, and not replaced.
    func takes(_ report: TaskReport, clock: VirtualClock) -> Bool {
        guard let running = tasks[report.name], running.number == report.number else { return false }
        switch report.content {
        case .element: break
        case .end, .failure:
            tasks[report.name] = nil
            if let deadline = running.deadline { clock.cancel(deadline) }
        }
        return true
    }

    func end(clock: VirtualClock) {
        for name in tasks.keys { cancel(name, clock: clock) }
    }

    private func cancel(_ name: String, clock: VirtualClock) {
        guard let running = tasks.removeValue(forKey: name) else { return }
        running.task.cancel()
        background?.takeSleeps()
        if let deadline = running.deadline { clock.cancel(deadline) }
    }

    private func start(_ plan: TaskPlan, for address: SessionAddress, of recipient: any Recipient) {
        let (clock, background) = (recipient.clock, recipient.background)
        self.background = background
        cancel(plan.name, clock: clock)
        let outlet = TaskOutlet(address: address, name: plan.name, number: nextNumber)
        nextNumber += 1
        let deadline = plan.deadline.map { deadline in
            clock.schedule(after: deadline.limit) { [weak self, weak recipient] in
                guard let self, let recipient else { return }
                // What the task has said already is in time.
                recipient.openLetters()
                guard tasks[plan.name]?.number == outlet.number else { return }
                cancel(plan.name, clock: clock)
                recipient.receive(deadline.info(), from: .task(plan.name), for: address.part)
            }
        }
        let rest = TaskRest()
        let task = SessionClock.$inherited.withValue(SessionClock(sleeps: background.sleeps, task: rest)) {
            Task(executorPreference: background.executor, priority: plan.priority) { await plan.body(outlet) }
        }
        tasks[plan.name] = Running(
            number: outlet.number, isFeed: plan.isFeed, task: task, rest: rest, deadline: deadline)
    }
}
