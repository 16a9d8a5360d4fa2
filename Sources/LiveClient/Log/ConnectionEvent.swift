/// A step in the life of the connection or of one view's channel (WIRE.md 5).
public enum ConnectionEvent: Hashable, Sendable {
    case connected
    case disconnected
    case joined(topic: String)
    case refused(topic: String, reason: String)
    case crashed(topic: String)
    case left(topic: String)
}
