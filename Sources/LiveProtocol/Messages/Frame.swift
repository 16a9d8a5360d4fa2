/// One message to the server with its addressing (WIRE.md 1).
public struct ClientFrame: Equatable, Sendable {
    /// The reference of the join that this message belongs to.
    public var joinReference: Int?
    public var reference: Int
    /// `lv:` and the id of the view's container.
    public var topic: String
    public var message: ClientMessage

    public init(joinReference: Int?, reference: Int, topic: String, message: ClientMessage) {
        self.joinReference = joinReference
        self.reference = reference
        self.topic = topic
        self.message = message
    }
}

/// One message from the server with its addressing (WIRE.md 1).
public struct ServerFrame: Equatable, Sendable {
    public var joinReference: Int?
    /// The reference of the message that is answered; nil for pushes.
    public var reference: Int?
    public var topic: String
    public var message: ServerMessage

    public init(joinReference: Int?, reference: Int?, topic: String, message: ServerMessage) {
        self.joinReference = joinReference
        self.reference = reference
        self.topic = topic
        self.message = message
    }
}
