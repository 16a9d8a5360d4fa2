import LiveProtocol

/// Takes what a session has to say without being asked.
protocol SessionOutlet: AnyObject {
    /// Where infos for the session are put.
    var inbox: Inbox { get }

    func deliver(_ message: ServerMessage, from place: SessionPlace)

    /// Tells something on a channel other than the session's own.
    func deliver(_ message: ServerMessage, topic: String, joinReference: Int?)

    /// Opens all letters that wait now.
    func openLetters()
}

/// What a session stands in.
final class SessionPlace {
    let engine: Engine
    let topic: String
    let joinReference: Int?
    let viewType: ObjectIdentifier
    let address: SessionAddress
    private weak var outlet: (any SessionOutlet)?

    init(engine: Engine, topic: String, joinReference: Int?, viewType: ObjectIdentifier, outlet: any SessionOutlet) {
        self.engine = engine
        self.topic = topic
        self.joinReference = joinReference
        self.viewType = viewType
        self.outlet = outlet
        address = SessionAddress(inbox: outlet.inbox, number: engine.newSessionNumber())
    }

    func deliver(_ message: ServerMessage) { outlet?.deliver(message, from: self) }

    func deliver(_ message: ServerMessage, topic: String, joinReference: Int?) {
        outlet?.deliver(message, topic: topic, joinReference: joinReference)
    }

    func openLetters() { outlet?.openLetters() }
}
