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
    /// When the handlers, or the rendering, that run now began; nil in an engine without a stopwatch.
    var partStart: Duration?
    private weak var outlet: (any SessionOutlet)?

    init(engine: Engine, topic: String, joinReference: Int?, viewType: ObjectIdentifier, outlet: any SessionOutlet) {
        self.engine = engine
        self.topic = topic
        self.joinReference = joinReference
        self.viewType = viewType
        self.outlet = outlet
        address = SessionAddress(inbox: outlet.inbox, number: engine.newSessionNumber())
    }

    /// Where infos for a part of the page are put.
    func address(of part: PagePart) -> SessionAddress {
        SessionAddress(inbox: address.inbox, number: address.number, part: part)
    }

    /// - Throws: `TimeLimitExceeded` when what runs now has taken longer than it may.
    func checkTimeLimit() throws {
        if let partStart, let stopwatch = engine.stopwatch { try engine.checkTimeLimit(stopwatch.now - partStart) }
    }

    func deliver(_ message: ServerMessage) { outlet?.deliver(message, from: self) }

    func deliver(_ message: ServerMessage, topic: String, joinReference: Int?) {
        outlet?.deliver(message, topic: topic, joinReference: joinReference)
    }

    func openLetters() { outlet?.openLetters() }
}
