import LiveProtocol

/// What a session stands in.
final class SessionPlace {
    /// What a view is to its page.
    enum Role {
        /// It is at the page's address.
        case main
        /// It is placed in another view's page, with which it ends.
        case nested
        /// It is placed in a page, and stays when another page takes that one's place.
        case sticky
    }

    let services: SessionServices
    let topic: String
    let joinReference: Int?
    let viewType: ObjectIdentifier
    let address: SessionAddress
    /// When the handlers, or the rendering, that run now began; nil in an engine without a stopwatch.
    var partStart: Duration?
    let role: Role
    /// Of the route that led to the page.
    let group: GroupRules
    /// At which of the placings in its placer's page it was joined.
    let placing: Int
    /// Where the route is written that led to the page.
    let source: SourcePlace?
    /// Whether a client has joined, or is joining.
    let isConnected: Bool
    private weak var placer: LiveSession?
    private weak var outlet: (any SessionOutlet)?

    /// - Parameter placer: The session in whose page a nested or sticky view is; none for one in the layout.
    init(
        services: SessionServices, topic: String, joinReference: Int?, viewType: ObjectIdentifier,
        outlet: any SessionOutlet,
        group: GroupRules, role: Role = .main, placer: LiveSession? = nil, placing: Int = 0, source: SourcePlace? = nil,
        isConnected: Bool = true
    ) {
        self.services = services
        self.topic = topic
        self.joinReference = joinReference
        self.viewType = viewType
        self.outlet = outlet
        self.role = role
        self.group = group
        self.placer = placer
        self.placing = placing
        self.source = source ?? placer?.place.source
        self.isConnected = isConnected
        // A session that is thrown away takes the number that the one to join will most likely have, so that both show
        // the same.
        let shared = services.shared
        address = SessionAddress(
            inbox: outlet.inbox, number: isConnected ? shared.newSessionNumber() : shared.nextSessionNumber)
    }

    /// Whether a patch may lead from the view here to the view of a route.
    func hasView(of route: Route) -> Bool { viewType == route.viewType && group.name == route.group.name }

    /// The id of the view's container.
    var id: String { String(topic.dropFirst(PageTokens.topicPrefix.count)) }

    /// The session of the view that this one is placed in; none for main and sticky views.
    var parent: LiveSession? { role == .nested ? placer : nil }

    /// The outermost of the views that this one is placed in; none for main and sticky views.
    var root: LiveSession? { parent.map { $0.place.root ?? $0 } }

    /// The session of a view that is placed in this one.
    func child(_ id: String) -> LiveSession? {
        let session = outlet?.session(of: PageTokens.topic(of: id))
        return session?.place.parent?.place === self ? session : nil
    }

    /// The client has left the view, and will not join it again at this place.
    func leave() { placer?.forget(nested: id, placing: placing) }

    /// Tells the views around this one, or in its page, what its handlers ask to tell them.
    func send(_ request: RelativeRequest) {
        switch request {
        case .sendParent(let info, let type):
            if let parent, parent.place.viewType == type { parent.place.address.send(info) }
        case .sendChild(let info, let type, let id):
            if let child = child(id), child.place.viewType == type { child.place.address.send(info) }
        case .patchRoot(let patch): root?.place.address.post(.patch(patch))
        }
    }

    func deliver(_ message: ServerMessage) { outlet?.deliver(message, from: self) }

    func push(_ message: ServerMessage, to topic: String, joinReference: Int?) {
        outlet?.push(message, to: topic, joinReference: joinReference)
    }

    func openLetters() { outlet?.openLetters() }

    /// What the tasks of the engine do.
    var background: BackgroundWork { services.background(for: address.inbox) }

    /// The session here has ended.
    func end(_ session: LiveSession) { outlet?.sessionEnded(session) }
}

extension SessionPlace: SocketHome {
    var presences: PresenceBoard { services.shared.presences }
    var clock: SessionClock { background.sessionClock }
    var seed: UInt64? { services.seed }
    var sessionValues: SessionValues { outlet?.sessionValues ?? [:] }
    var coverage: (any HandlerWatch)? { services.coverage }
    var tracer: CallbackTracer? { services.instruments?.callbacks.map { CallbackTracer($0, at: self) } }

    func seal(_ content: String, for purpose: TokenPurpose) -> String {
        services.shared.tokens.sealer.seal(content, for: purpose)
    }

    func checkTimeLimit() throws {
        if let partStart, let stopwatch = services.stopwatch { try services.checkTimeLimit(stopwatch.now - partStart) }
    }
}

/// Takes what a session has to say without being asked.
protocol SessionOutlet: AnyObject {
    /// Where infos for the session are put.
    var inbox: Inbox { get }

    /// What is known of the visitor from page to page.
    var sessionValues: SessionValues { get }

    func deliver(_ message: ServerMessage, from place: SessionPlace)

    /// Says something on a channel other than the session's own.
    func push(_ message: ServerMessage, to topic: String, joinReference: Int?)

    /// Opens all letters that wait now.
    func openLetters()

    /// The session that a topic belongs to.
    func session(of topic: String) -> LiveSession?

    /// Forgets a session, and ends those of the views placed in its page.
    func sessionEnded(_ session: LiveSession)
}
