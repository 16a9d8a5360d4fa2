/// What a session has under way beside its page, by the part of the page that asked for it. A session that never asks for
/// any of it has none.
final class SessionActivities {
    private var parts: [PagePart: PartActivities] = [:]

    /// Whether a task runs whose end is to come.
    var isWorking: Bool { parts.values.contains(where: \.isWorking) }

    func run(_ request: SessionRequest, for session: LiveSession) {
        let part = request.part
        let activities = parts[part] ?? PartActivities(for: session.place.address(of: part))
        parts[part] = activities
        activities.run(request, for: session)
    }

    /// Takes a task's report in; false when the task no longer counts.
    func takes(_ report: TaskReport, for part: PagePart, in engine: Engine) -> Bool {
        parts[part]?.takes(report, in: engine) ?? false
    }

    /// The uploads of the part that fits; nil when none does.
    func uploads(where isMeant: (RunningUploads) -> Bool) -> RunningUploads? {
        parts.values.lazy.map(\.uploads).first(where: isMeant)
    }

    /// Ends what one part has under way.
    func end(_ part: PagePart, in engine: Engine) { parts.removeValue(forKey: part)?.end(in: engine) }

    func end(in engine: Engine) {
        for part in parts.values { part.end(in: engine) }
        parts = [:]
    }
}
