/// How long a step waited in real time for a server, and for what.
package struct ServerWait: Sendable {
    /// What can be waited for.
    enum Purpose: Hashable, Sendable {
        case page
        case answer
        case condition
        case target
        case connection
        case picture
        case time
        /// What views in this process have under way beside the page, by name, and wait for outside of it.
        case work([String])

        /// What is waited for, for people.
        var words: String {
            switch self {
            case .page: "the page"
            case .answer: "answers"
            case .condition: "what is expected"
            case .target: "its target"
            case .connection: "the connection"
            case .picture: "the picture"
            case .time: "the time to pass"
            case .work(let names): names.joined(separator: " and ")
            }
        }
    }

    let purpose: Purpose
    var duration: Duration
}

/// What a case waited for in real time.
final class WaitLog {
    /// Since the last `take()`.
    private var waits: [ServerWait] = []

    func note(_ purpose: ServerWait.Purpose, _ duration: Duration) {
        guard duration > .zero else { return }
        if let place = waits.firstIndex(where: { $0.purpose == purpose }) {
            waits[place].duration += duration
        } else {
            waits.append(ServerWait(purpose: purpose, duration: duration))
        }
    }

    /// What was waited for since the last call.
    func take() -> [ServerWait] {
        defer { waits = [] }
        return waits
    }
}
