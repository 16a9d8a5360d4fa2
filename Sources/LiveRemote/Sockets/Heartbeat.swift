import LiveProtocol

/// What tells a server that its client lives, and the other way round (TheWire.md, "Frames").
struct Heartbeat {
    static let topic = "phoenix"

    private var count = 0
    /// Whether the last one was not answered yet.
    private(set) var isUnanswered = false

    /// The next one; its reference is no number, as all of a client's are.
    mutating func next() -> WireFrame {
        count += 1
        isUnanswered = true
        return .text("[null,\"hb\(count)\",\"\(Self.topic)\",\"heartbeat\",{}]")
    }

    mutating func takeAnswer() { isUnanswered = false }
}
