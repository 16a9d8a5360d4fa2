/// What a session has under way beside its page, by the part of the page that asked for it. A session that never asks for
/// any of it has none.
final class SessionActivities {
    private var parts: [PagePart: PartActivities] = [:]

    /// Whether a task runs whose end is to come.
    var isWorking: Bool { parts.values.contains(where: \.isWorking) }

    /// The names of the tasks whose end is to come.
    var workingTasks: [String] { parts.values.flatMap(\.workingTasks) }

    func run(_ request: SessionRequest, for session: LiveSession) {
        let part = request.part
        let activities = parts[part] ?? PartActivities(for: session.place.address.of(part))
        parts[part] = activities
        activities.run(request, for: session)
    }

    /// Takes a task's report in; false when the task no longer counts.
    func takes(_ report: TaskReport, for part: PagePart, in services: SessionServices) -> Bool {
        parts[part]?.takes(report, in: services) ?? false
    }

    /// The uploads of the part that fits; nil when none does.
    func uploads(where isMeant: (RunningUploads) -> Bool) -> RunningUploads? {
        parts.values.lazy.map(\.uploads).first(where: isMeant)
    }

    /// Ends what one part has under way.
    func end(_ part: PagePart, in services: SessionServices) { parts.removeValue(forKey: part)?.end(in: services) }

    func end(in services: SessionServices) {
        for part in parts.values { part.end(in: services) }
        parts = [:]
    }
}

/// What one part of a page has under way beside the page.
private final class PartActivities {
    private let address: SessionAddress
    private let timers = RunningTimers()
    private let tasks = RunningTasks()
    private var subscriptions = Subscriptions()
    private var rooms = TrackedRooms()
    let uploads = RunningUploads()

    init(for address: SessionAddress) { self.address = address }

    /// Whether a task runs whose end is to come.
    var isWorking: Bool { tasks.isWorking }

    /// The names of the tasks whose end is to come.
    var workingTasks: [String] { tasks.working }

    func run(_ request: SessionRequest, for session: LiveSession) {
        let services = session.place.services
        switch request {
        case .timer(let request): timers.run(request, for: address.part, of: session)
        case .message(let request): subscriptions.run(request, for: address, in: services.shared.pubSub)
        case .task(let request): tasks.run(request, for: address, of: session)
        case .presence(let request): rooms.run(request, for: address, in: services.shared.presences)
        case .upload(let request): uploads.run(request, for: session)
        case .relative(let request): session.place.send(request)
        case .ofComponent(_, let request): run(request, for: session)
        }
    }

    /// Takes a task's report in; false when the task no longer counts.
    func takes(_ report: TaskReport, in services: SessionServices) -> Bool {
        tasks.takes(report, clock: services.clock)
    }

    func end(in services: SessionServices) {
        timers.end(clock: services.clock)
        tasks.end(clock: services.clock)
        subscriptions.end(for: address, in: services.shared.pubSub)
        rooms.end(for: address, in: services.shared.presences)
        uploads.end(clock: services.clock)
    }
}
