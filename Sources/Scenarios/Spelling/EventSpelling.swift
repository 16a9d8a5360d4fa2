import LiveClient
import LiveProtocol

/// Writes what happens between a page and its views in one line each.
enum EventSpelling {
    private static let limit = 200

    /// Nil for what does not help to understand a failure.
    static func text(of entry: LogEntry) -> String? {
        let what: String
        switch entry.event {
        case .sent(.event(let push), _): what = "pushed \(text(of: push))"
        case .sent(.livePatch(let url), _): what = "asked for the patch to \(url)"
        case .sent: return nil
        case .received(let diff, _): what = "received \(diff.json)"
        case .refused(let reason, _): what = "was refused: \(reason.json)"
        case .requested(let request, let status): what = "requested \(request.method) \(request.url): \(status)"
        case .navigated(let navigation):
            guard navigation.stage == .done else { return nil }
            what = "went to \(navigation.href)"
        case .pageLoading: return nil
        case .dispatched(let event): what = "dispatched \(event.name) \(event.payload.json)"
        case .connection(.crashed(let topic)): what = "the view of \(topic) crashed"
        case .connection(.refused(let topic, let reason)): what = "could not join \(topic): \(reason)"
        case .connection: return nil
        case .diagnostic(let diagnostic): what = diagnostic.message
        }
        let line = "\(ScenarioTexts.text(of: entry.time)) \(what)"
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }

    private static func text(of push: EventPush) -> String {
        let value =
            switch push.value {
            case .json(let value): value.json
            case .form(let text): text
            }
        return "\(push.type ?? "event") \"\(push.event)\" \(value)"
    }
}
