/// What a session has under way beside its page. A session that never asks for any of it has none.
final class SessionActivities {
    private let timers = SessionTimers()
    private var subscriptions = SessionSubscriptions()
    private var presences = SessionPresences()
    private var tasks = SessionTasks()
    let uploads = SessionUploads()

    /// Whether a task runs whose end is to come.
    var isWorking: Bool { tasks.isWorking }

    func run(_ request: SessionRequest, for session: LiveSession) {
        switch request {
        case .timer(let request): timers.run(request, for: session)
        case .message(let request): subscriptions.run(request, in: session.place)
        case .task(let request): tasks.run(request, for: session.place.address)
        case .presence(let request): presences.run(request, in: session.place)
        case .upload(let request): uploads.run(request, in: session.place)
        }
    }

    /// Takes a task's report in; false when the task no longer counts.
    func takes(_ report: TaskReport) -> Bool { tasks.takes(report) }

    func end(in place: SessionPlace) {
        timers.end(in: place)
        tasks.end()
        subscriptions.end(in: place)
        presences.end(in: place)
        uploads.end(in: place)
    }
}
