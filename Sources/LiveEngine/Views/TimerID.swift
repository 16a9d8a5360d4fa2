/// Names one timer of a session, so that it can be cancelled.
public struct TimerID: Hashable, Codable, Sendable {
    let number: Int
}
