import LiveProtocol

/// Takes what a session has to say without being asked.
protocol SessionOutlet: AnyObject {
    func deliver(_ message: ServerMessage, from place: SessionPlace)
}

/// What a session stands in.
final class SessionPlace {
    let engine: Engine
    let topic: String
    let joinReference: Int?
    let viewType: ObjectIdentifier
    private weak var outlet: (any SessionOutlet)?

    init(engine: Engine, topic: String, joinReference: Int?, viewType: ObjectIdentifier, outlet: any SessionOutlet) {
        self.engine = engine
        self.topic = topic
        self.joinReference = joinReference
        self.viewType = viewType
        self.outlet = outlet
    }

    func deliver(_ message: ServerMessage) { outlet?.deliver(message, from: self) }
}
