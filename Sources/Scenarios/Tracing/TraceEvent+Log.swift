import LiveClient
import LiveProtocol

extension TraceEvent {
    /// The longest payload that is kept, in bytes of JSON.
    private static let valueLimit = 64 << 10

    /// Makes an event of what a client wrote down; nil for what shows nothing that others do not show.
    init?(_ entry: LogEntry) {
        time = entry.time
        switch entry.event {
        case .sent(.join, let topic): (kind, name) = (.joined, topic)
        case .sent(.event(let push), _):
            (kind, name, note) = (.pushed, push.event, push.type)
            keep(push.payload.json)
        case .sent(.livePatch(let url), _): (kind, name) = (.patched, url)
        case .sent: return nil
        case .received(let diff, let topic):
            (kind, name) = (.received, topic)
            keep(diff.json)
        case .refused(let reason, let topic):
            (kind, name) = (.refused, topic)
            keep(reason.json)
        case .requested(let request, let status):
            (kind, name, note) = (.requested, "\(request.method) \(request.url)", String(status))
        case .navigated(let navigation):
            guard navigation.stage == .done else { return nil }
            (kind, name) = (.navigated, navigation.href)
        case .pageLoading: return nil
        case .dispatched(let event):
            (kind, name) = (.dispatched, event.name)
            keep(event.payload.json)
        case .connection(let connection):
            kind = .connection
            switch connection {
            case .connected: (name, note) = ("", "connected")
            case .disconnected: (name, note) = ("", "disconnected")
            case .joined: return nil
            case .refused(let topic, let reason): (name, note) = (topic, "refused: \(reason)")
            case .crashed(let topic): (name, note) = (topic, "crashed")
            case .left(let topic): (name, note) = (topic, "left")
            }
        case .diagnostic(let diagnostic):
            (kind, name, note) = (.diagnostic, diagnostic.rule.rawValue, diagnostic.message)
        }
    }

    private mutating func keep(_ json: String) {
        let count = json.utf8.count
        if count <= Self.valueLimit { value = json } else { omittedBytes = count }
    }
}
