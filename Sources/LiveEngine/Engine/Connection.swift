import LiveProtocol

/// The connection of one client to an engine in the same process: messages are handed over as values.
final class Connection: Transport {
    let inbox: Inbox
    private let engine: Engine
    // A page has one view, or a few: a search along the line is faster than a table.
    private(set) var sessions: [LiveSession] = []
    private var waiting: [ServerFrame] = []
    private var nextWaiting = 0

    init(engine: Engine) {
        self.engine = engine
        inbox = Inbox(limit: max(1, engine.limits.waitingInfos))
    }

    deinit {
        for session in sessions { session.end() }
        inbox.close()
    }

    var onActivity: (@Sendable () -> Void)? {
        get { inbox.onActivity }
        set { inbox.onActivity = newValue }
    }

    var isConnected: Bool { true }
    var isWorking: Bool { sessions.contains(where: \.isWorking) || inbox.count > 0 }

    func send(_ frame: ClientFrame) {
        // What came before this frame is handled before it.
        openLetters()
        switch frame.message {
        case .join(let request): join(request, frame)
        case .leave: leave(frame)
        case .event(let push): withSession(of: frame) { $0.handle(push) }
        case .livePatch(let url): withSession(of: frame) { patch($0, url) }
        case .componentsWillBeDestroyed(let cids):
            withSession(of: frame) { session in
                session.expectEnd(of: cids)
                return .handled(nil)
            }
        case .componentsDestroyed(let cids): withSession(of: frame) { .componentsDeleted($0.endComponents(cids)) }
        case .allowUpload(let preflight): withSession(of: frame) { $0.allowUpload(preflight) }
        case .uploadProgress(let progress): withSession(of: frame) { $0.noteUpload(progress) }
        case .joinUpload(let token): joinUpload(token, frame)
        case .uploadChunk(let bytes): takeChunk(bytes, frame)
        }
    }

    func receive() -> ServerFrame? {
        let limit = max(1, engine.limits.silentInfos)
        for _ in 0..<limit {
            if let frame = nextFrame() { return frame }
            guard openLetter() else { return nil }
        }
        for session in sessions { session.report(MailboxError.endless(limit: limit)) }
        // The rest comes at the next turn, so that what waits for this one is not shut out.
        onActivity?()
        return nil
    }

    private func nextFrame() -> ServerFrame? {
        guard nextWaiting < waiting.count else { return nil }
        let frame = waiting[nextWaiting]
        nextWaiting += 1
        if nextWaiting == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            nextWaiting = 0
        }
        return frame
    }

    private func join(_ request: JoinRequest, _ frame: ClientFrame) {
        end(frame.topic)
        let url: String
        switch request.address {
        case .url(let address), .redirect(let address): url = address
        case .nested: return reply(.refused(.stale), to: frame)
        }
        guard request.session == PageTokens.session, frame.topic == PageTokens.topic else {
            return reply(.refused(.stale), to: frame)
        }
        guard let match = engine.routes.match(Address(url)) else {
            return reply(.refused(.unauthorized), to: frame)
        }
        let place = SessionPlace(
            engine: engine, topic: frame.topic, joinReference: frame.joinReference, viewType: match.route.viewType,
            outlet: self)
        let session = match.route.makeSession(place)
        let answer = session.join(match.params, flash: flash(for: request))
        if !session.isEnded { sessions.append(session) }
        reply(answer, to: frame)
    }

    /// The flash that travelled here: with the navigation, or with the page on its first join only (FLASH.md 1).
    private func flash(for request: JoinRequest) -> Flash {
        if let token = request.flash { return engine.tokens.flash(of: token) }
        guard case .url = request.address, (request.params["_mounts"]?.integer ?? 0) == 0 else { return Flash() }
        return engine.tokens.flash(of: PageTokens.flash(in: request.staticToken))
    }

    private func leave(_ frame: ClientFrame) {
        if session(of: frame.topic)?.place.joinReference == frame.joinReference { end(frame.topic) }
        for session in sessions { session.leaveUpload(frame) }
        reply(.handled(nil), to: frame)
        deliver(.close, topic: frame.topic, joinReference: frame.joinReference)
    }

    private func patch(_ session: LiveSession, _ url: String) -> Reply {
        guard let match = engine.routes.match(Address(url)),
            match.route.viewType == session.place.viewType
        else { return .linkRedirect }
        return session.patch(match)
    }

    private func withSession(of frame: ClientFrame, _ body: (LiveSession) -> Reply) {
        guard let session = session(of: frame.topic) else {
            return reply(.failed(["reason": "unmatched topic"]), to: frame)
        }
        // A message to a session that was joined anew since is outdated (WIRE.md 1).
        guard session.place.joinReference == frame.joinReference else { return }
        reply(body(session), to: frame)
        if session.isEnded { deliver(.close, from: session.place) }
    }

    private func session(of topic: String) -> LiveSession? { sessions.first { $0.place.topic == topic } }

    private func end(_ topic: String) {
        guard let index = sessions.firstIndex(where: { $0.place.topic == topic }) else { return }
        sessions.remove(at: index).end()
    }

    func reply(_ reply: Reply, to frame: ClientFrame) {
        waiting.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }

}

extension Connection: SessionOutlet {
    func deliver(_ message: ServerMessage, from place: SessionPlace) {
        deliver(message, topic: place.topic, joinReference: place.joinReference)
        if case .close = message { sessions.removeAll { $0.place === place } }
    }

    func deliver(_ message: ServerMessage, topic: String, joinReference: Int?) {
        waiting.append(ServerFrame(joinReference: joinReference, reference: nil, topic: topic, message: message))
    }

    func openLetters() { for _ in 0..<inbox.count where !openLetter() { return } }

    /// Opens the next letter; false when there is none.
    private func openLetter() -> Bool {
        guard let (letter, dropped) = inbox.next() else { return false }
        // A letter for a session that has ended is no matter.
        if let session = sessions.first(where: { $0.place.address.number == letter.session }) {
            if dropped > 0 { session.report(MailboxError.full(limit: inbox.limit, dropped: dropped)) }
            session.open(letter)
        }
        letter.opened?()
        return true
    }
}

extension Connection: Inspectable {
    func inspect(topic: String) -> Inspection? { session(of: topic)?.inspect() }
}
