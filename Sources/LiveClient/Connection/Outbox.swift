import LiveProtocol

/// What is sent to a page's views, over the connection that there is, and the answers that are waited for.
final class Outbox {
    private let schedule: PageSchedule
    private let log: ClientLog
    private var transport: (any Transport)?
    private var lastReference = 0
    /// Whether the page is being left, so that nothing of it may be pushed any more.
    private(set) var isClosed = false
    /// Called when a view that is still the same did not answer in time.
    var onSilence: (ViewChannel) -> Void = { _ in }

    /// How long to wait for the answer to a push.
    private static let timeout = Duration.seconds(30)

    init(schedule: PageSchedule, log: ClientLog) {
        self.schedule = schedule
        self.log = log
    }

    // MARK: The connection

    /// Whether messages can be sent.
    var isConnected: Bool { transport?.state == .open }

    /// How far the connection is; nil where there is none.
    var connectionState: ConnectionState? { transport?.state }

    var hasConnection: Bool { transport != nil }

    /// Whether the server works on something by itself that may lead to a message.
    var isServerWorking: Bool { transport?.isWorking == true }

    /// The names of what it works on by itself.
    var serverWork: [String] { transport?.work ?? [] }

    /// Whether a view has a session that takes messages.
    func isConnected(_ view: ViewChannel) -> Bool {
        view.state == .joined && !view.isDestroyed && isConnected && !isClosed
    }

    /// Uses a connection, whose news from other threads then reach a listener.
    func use(_ transport: any Transport, onActivity: (@Sendable () -> Void)?) {
        self.transport = transport
        transport.onActivity = onActivity
    }

    func listen(_ onActivity: (@Sendable () -> Void)?) { transport?.onActivity = onActivity }

    /// Gives the connection up.
    func disconnect() {
        transport?.onActivity = nil
        transport?.close()
        transport = nil
    }

    /// Sends nothing to views from now on, because the page is being left.
    func close() { isClosed = true }

    /// The page stays after all.
    func reopen() { isClosed = false }

    func receive() -> ServerFrame? { transport?.receive() }

    /// What the session of a topic holds; nil when there is none, or it cannot be seen.
    func inspect(topic: String) -> Inspection? { (transport as? any Inspectable)?.inspect(topic: topic) }

    func failures(topic: String) -> [String] { (transport as? any Inspectable)?.failures(topic: topic) ?? [] }

    /// Keeps what all sessions hold; nil when that cannot be seen.
    func keep() -> (any KeptPage)? { (transport as? any Inspectable)?.keep() }

    /// Makes what sessions held before what they hold now.
    func restore(_ page: (any KeptPage)?) throws(RestoreRefusal) -> [RestoreShortfall] {
        guard let transport = transport as? any Inspectable else { throw .elsewhere }
        guard let page else { throw .nothingKept }
        return try transport.restore(page)
    }

    /// Hands a message to the session of a topic past the page.
    func send(_ message: JSONValue, toSession topic: String, component: Int?) throws(ScriptRefusal) {
        guard let transport = transport as? any Inspectable else { throw .noSession }
        try transport.send(message, toSession: topic, component: component)
    }

    // MARK: Messages

    func nextReference() -> Int {
        lastReference += 1
        return lastReference
    }

    /// Sends a message of which the log does not tell.
    func send(_ frame: ClientFrame) { transport?.send(frame) }

    func send(_ message: ClientMessage, to view: ViewChannel, reference: Int) {
        log.record(.sent(message, topic: view.topic))
        transport?.send(
            ClientFrame(
                joinReference: view.joinReference, reference: reference, topic: view.topic, message: message))
    }

    /// Sends a message to a view and waits for its answer.
    ///
    /// Without a connection the message is dropped, not kept: the answer is then a failure
    /// (TheClientsRules.md, "What is not pushed").
    ///
    /// - Parameters:
    ///   - mark: What ends with the answer, of the view's locks; -1 for nothing.
    ///   - finish: Runs when the answer is there, before its change is shown.
    ///   - deliver: Runs after its change was shown.
    func push(
        _ message: ClientMessage, to view: ViewChannel, mark: Int = -1,
        finish: @escaping (PendingPush.Outcome) -> Void = { _ in },
        deliver: @escaping (PendingPush.Outcome) -> Void = { _ in }
    ) {
        guard isConnected(view) else {
            finish(.failed(nil))
            deliver(.failed(nil))
            return
        }
        let message = message.spelled(in: view.dialect)
        let reference = nextReference()
        let joinCount = view.joinCount
        let timer = schedule.after(Self.timeout) { [weak self, weak view] in
            guard let self, let view, let pending = view.pending.removeValue(forKey: reference) else { return }
            endMarks(of: view, upTo: pending.mark)
            pending.finish(.failed("timeout"))
            pending.deliver(.failed("timeout"))
            if view.joinCount == joinCount { onSilence(view) }
        }
        view.pending[reference] = PendingPush(mark: mark, timer: timer, finish: finish, deliver: deliver)
        send(message, to: view, reference: reference)
    }

    // MARK: Answers

    /// The push that an answer is for, which waits no more; nil when nothing waits for it.
    func takePush(_ reference: Int, of view: ViewChannel) -> PendingPush? {
        guard let pending = view.pending.removeValue(forKey: reference) else { return nil }
        schedule.cancel(pending.timer)
        return pending
    }

    /// Ends the locks and loading marks of a view's pushes up to one.
    func endMarks(of view: ViewChannel, upTo mark: Int) {
        if isConnected(view) { view.locks.end(upTo: mark) }
    }

    /// Gives up the answers that a view will not give any more.
    func dropPushes(of view: ViewChannel) {
        let pending = view.pending
        view.pending = [:]
        for push in pending.sorted(by: { $0.key < $1.key }).map(\.value) {
            schedule.cancel(push.timer)
            push.finish(.failed(nil))
            push.deliver(.failed(nil))
        }
    }

    /// Forgets what waits for answers of a view that was left; nobody hears of it.
    func forgetPushes(of view: ViewChannel) {
        for push in view.pending.values { schedule.cancel(push.timer) }
        view.pending = [:]
    }
}

extension ClientMessage {
    fileprivate func spelled(in dialect: Dialect) -> ClientMessage {
        if case .event(let push) = self { .event(dialect.spelled(push)) } else { self }
    }
}
