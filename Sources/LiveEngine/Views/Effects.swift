import LiveProtocol

/// What a handler asks for beside a new state; it is done when the handler has returned and its page is rendered.
struct Effects<Info: Sendable> {
    struct QueuedEvent {
        let name: String
        let payload: any Encodable & Sendable
    }

    enum TimerRequest {
        case start(TimerID, Info, after: Duration, isRepeating: Bool)
        case cancel(TimerID)
    }

    var events: [QueuedEvent] = []
    var timers: [TimerRequest] = []
    var navigation: [NavigationRequest] = []
    var reply: (any Encodable & Sendable)?

    /// The events with their payloads encoded.
    func pushedEvents() throws -> [PushedEvent] {
        try events.map { PushedEvent(name: $0.name, payload: try JSONValue(encoding: $0.payload)) }
    }
}

/// A way to another address.
enum NavigationRequest: Equatable {
    case patch(to: String, HistoryKind)
    case navigate(to: String, HistoryKind)
    case redirect(to: String)

    var address: String {
        switch self {
        case .patch(let address, _), .navigate(let address, _), .redirect(let address): address
        }
    }
}

extension NavigationRequest: CustomStringConvertible {
    var description: String {
        switch self {
        case .patch(let address, .push): "pushPatch(to: \"\(address)\")"
        case .patch(let address, .replace): "replacePatch(to: \"\(address)\")"
        case .navigate(let address, .push): "pushNavigate(to: \"\(address)\")"
        case .navigate(let address, .replace): "replaceNavigate(to: \"\(address)\")"
        case .redirect(let address): "redirect(to: \"\(address)\")"
        }
    }
}
