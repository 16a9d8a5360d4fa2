import LiveClient
import LiveProtocol

/// Listens to what one page does: what it pushes is kept for expectations, what is wrong with it goes to the findings.
///
/// The page's own log will not do: it forgets its start, and a step must not pass because much happened in it.
final class PageWatch {
    /// The oldest pushes of a step with more are forgotten.
    private static let limit = 10_000

    /// The events that were pushed since the last step that acted began.
    private(set) var pushed: [EventPush] = []

    init(_ client: LiveClient, findings: CaseFindings) {
        client.onRecord = { [weak self] entry in
            findings.take(entry)
            if case .sent(.event(let push), _) = entry.event { self?.note(push) }
        }
    }

    /// Forgets what was pushed, for a new step acts.
    func begin() { pushed.removeAll(keepingCapacity: true) }

    private func note(_ push: EventPush) {
        if pushed.count >= Self.limit { pushed.removeFirst(Self.limit / 2) }
        pushed.append(push)
    }
}
