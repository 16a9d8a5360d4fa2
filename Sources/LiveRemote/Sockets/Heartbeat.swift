import LiveProtocol
import NIOCore

/// What tells a server that its client lives, and the other way round (OverTheNetwork.md, "When it does not work").
struct Heartbeat {
    static let topic = "phoenix"

    private var count = 0
    /// When the last one was sent, if it is not answered yet.
    private var unanswered: NIODeadline?

    /// The next one, if the last one was answered; its reference is no number, as all of a client's are.
    mutating func next(at now: NIODeadline) -> WireFrame? {
        guard unanswered == nil else { return nil }
        count += 1
        unanswered = now
        return .text("[null,\"hb\(count)\",\"\(Self.topic)\",\"heartbeat\",{}]")
    }

    mutating func takeAnswer() { unanswered = nil }

    /// Whether an answer is missing for that long.
    func isSilent(for limit: Duration, at now: NIODeadline) -> Bool {
        unanswered.map { now - $0 >= TimeAmount(limit) } ?? false
    }
}
