/// A step in the life of the connection or of one view's channel (TheWire.md, "The life of a connection").
public enum ConnectionEvent: Hashable, Sendable {
    case connected
    case disconnected
    case joined(topic: String)
    case refused(topic: String, reason: String)
    case crashed(topic: String)
    case left(topic: String)
}
