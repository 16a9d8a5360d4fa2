import LiveProtocol
import Templates

/// The connection of one client to an engine in the same process: messages are handed over as values.
final class Connection: Transport {
    let inbox: Inbox
    let engine: Engine
    let sessionValues: SessionValues
    // A page has one view, or a few: a search along the line is faster than a table.
    var sessions: [LiveSession] = []
    /// How often views were joined.
    var joinCount = 0
    /// What was kept last, as long as somebody has it.
    weak var lastKept: KeptSessions?
    /// What views that are still to be joined held at the moment that is made the present again, by topic.
    var awaited: [String: KeptSession] = [:]
    private var waiting: [ServerFrame] = []
    private var nextWaiting = 0

    /// - Parameter sessionValues: What is known of the visitor.
    init(engine: Engine, sessionValues: SessionValues) {
        self.sessionValues = sessionValues
        self.engine = engine
        inbox = Inbox(limit: max(1, engine.shared.limits.waitingInfos))
    }

    deinit {
        for session in sessions { session.end() }
        inbox.close()
        engine.services.background?.jobs.detach(inbox)
    }

    var onActivity: (@Sendable () -> Void)? {
        get { inbox.onActivity }
        set { inbox.onActivity = newValue }
    }

    var state: ConnectionState { .open }
    var isWorking: Bool {
        sessions.contains(where: \.isWorking) || inbox.count > 0 || engine.services.background?.hasWork == true
    }
    var work: [String] { sessions.flatMap(\.workingTasks).map { "task \"\($0)\"" } }

    func send(_ frame: ClientFrame) {
        // What came before this frame is handled before it.
        openLetters()
        if !awaited.isEmpty { stopAwaiting(at: frame) }
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
        case .joinUpload(let token): joinUpload(token.string ?? "", frame)
        case .uploadChunk(let bytes): takeChunk(bytes, frame)
        }
    }

    /// The libraries of the template files that live views are made of.
    var templates: [TemplateLibrary] { sessions.compactMap(\.templates) }

    /// Renders all live views anew.
    ///
    /// - Parameter changed: The names of the templates that changed in each library.
    func render(changed: [ObjectIdentifier: Set<String>]) {
        for session in sessions {
            session.render(changed: session.templates.flatMap { changed[ObjectIdentifier($0)] } ?? [])
        }
        if nextWaiting < waiting.count { onActivity?() }
    }

    func receive() -> ServerFrame? {
        let limit = max(1, engine.shared.limits.silentInfos)
        var infos = 0
        var jobs = 0
        while infos < limit, jobs < limit {
            if let frame = nextFrame() { return frame }
            if openLetter() {
                infos += 1
            } else if let background = engine.services.background, background.runNext() {
                jobs += 1
            } else {
                return nil
            }
        }
        if infos == limit { for session in sessions { session.report(MailboxError.endless(limit: limit)) } }
        // The rest comes at the next turn, so that what waits for this one is not shut out.
        onActivity?()
        return nil
    }

    private func nextFrame() -> ServerFrame? {
        guard nextWaiting < waiting.count else { return nil }
        if nextWaiting == waiting.count - 1 {
            // The only one, or the last: taken out, which copies nothing.
            let frame = waiting.removeLast()
            waiting.removeAll(keepingCapacity: true)
            nextWaiting = 0
            return frame
        }
        nextWaiting += 1
        return waiting[nextWaiting - 1]
    }

    private func patch(_ session: LiveSession, _ url: String) -> Reply {
        guard session.place.role == .main, let match = engine.routes.match(Address(url)),
            session.place.hasView(of: match.route)
        else { return .linkRedirect }
        return session.patch(match)
    }

    private func withSession(of frame: ClientFrame, _ body: (LiveSession) -> Reply) {
        guard let session = session(of: frame.topic) else {
            return reply(.failed(["reason": "unmatched topic"]), to: frame)
        }
        // A message to a session that was joined anew since is outdated (TheWire.md, "Frames").
        guard session.place.joinReference == frame.joinReference else { return }
        reply(body(session), to: frame)
        if session.isEnded { deliver(session.isCrashed ? .error : .close, from: session.place) }
    }

    func reply(_ reply: Reply, to frame: ClientFrame) {
        waiting.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }

    func push(_ message: ServerMessage, to topic: String, joinReference: Int?) {
        waiting.append(ServerFrame(joinReference: joinReference, reference: nil, topic: topic, message: message))
    }
}
