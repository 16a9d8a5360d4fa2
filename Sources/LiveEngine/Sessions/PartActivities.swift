/// What one part of a page has under way beside the page.
final class PartActivities {
    private let address: SessionAddress
    private let timers = RunningTimers()
    private let tasks = RunningTasks()
    private var subscriptions = Subscriptions()
    private var presences = Presences()
    let uploads = RunningUploads()

    init(for address: SessionAddress) { self.address = address }

    /// Whether a task runs whose end is to come.
    var isWorking: Bool { tasks.isWorking }

    func run(_ request: SessionRequest, for session: LiveSession) {
        let engine = session.place.engine
        switch request {
        case .timer(let request): timers.run(request, for: address.part, of: session)
        case .message(let request): subscriptions.run(request, for: address, in: session.place)
        case .task(let request): tasks.run(request, for: address, of: session)
        case .presence(let request): presences.run(request, for: address, in: engine)
        case .upload(let request): uploads.run(request, for: session)
        case .patchRoot(let patch): session.place.root?.place.address.post(.patch(patch))
        case .ofComponent(_, let request): run(request, for: session)
        }
    }

    /// Takes a task's report in; false when the task no longer counts.
    func takes(_ report: TaskReport, in engine: Engine) -> Bool { tasks.takes(report, clock: engine.clock) }

    func end(in engine: Engine) {
        timers.end(clock: engine.clock)
        tasks.end(clock: engine.clock)
        subscriptions.end(for: address, in: engine)
        presences.end(for: address, in: engine)
        uploads.end(in: engine)
    }
}
