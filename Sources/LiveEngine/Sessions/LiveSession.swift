import LiveProtocol

/// One live view of one page, whatever its type.
protocol LiveSession: AnyObject {
    /// Whether it has left for another page, or has been ended.
    var isEnded: Bool { get }

    func join(_ params: Params, flash: Flash) -> Reply
    func handle(_ push: EventPush) -> Reply

    /// The person went to another address of the same view.
    func patch(_ match: Routes.Match) -> Reply

    /// Ends what the session started; further calls do nothing.
    func end()

    func inspect() -> Inspection
}

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
