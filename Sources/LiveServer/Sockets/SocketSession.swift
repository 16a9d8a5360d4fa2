import LiveEngine
import LiveProtocol
import NIOCore

/// The server's end of one socket: an engine of its own, which works on one thing at a time, on whatever thread.
///
/// It sleeps until a message comes, the engine has something to say, or the time of its next timer has come.
actor SocketSession {
    /// How many messages are worked on before others have their turn on the thread.
    private static let messagesInTurn = 64
    /// How many timers are run before others have their turn.
    private static let timersInTurn = 256
    /// How many are run at once when the time was moved.
    private static let timersToCatchUp = 100_000

    private let core: ServerCore
    private let outlet: SocketOutlet
    private let address: String
    /// Whether the page shows that this server gave it to this visitor; no view is joined else.
    private let isTrusted: Bool
    private nonisolated let mailbox: SocketMailbox
    private let clock: VirtualClock
    private let started = NIODeadline.now()
    private let firstReading: Duration
    private var transport: (any Transport)?
    private var alarm: NIODeadline?
    private var unsent: [ByteBuffer] = []
    /// The topics of the views that are joined.
    private var views: Set<String> = []
    private var uploadBytes = 0
    private var eventCount = 0

    /// - Parameter address: Where the client is.
    init(_ core: ServerCore, _ outlet: SocketOutlet, _ request: ConnectRequest, from address: String, isTrusted: Bool) {
        self.core = core
        self.outlet = outlet
        self.address = address
        self.isTrusted = isTrusted
        mailbox = SocketMailbox(limit: core.limits.waitingMessages, byteLimit: core.limits.waitingBytes)
        let firstReading = core.monotonic()
        self.firstReading = firstReading
        let clock = core.makeClock(since: firstReading)
        self.clock = clock
        let transport = core.makeEngine(clock).connect(request)
        self.transport = transport
        transport.onActivity = { [weak self] in self?.ring() }
        core.connections.begin()
        core.counters.count {
            $0.sockets += 1
            $0.openSockets += 1
        }
        core.log.socketOpened(from: address, isTrusted: isTrusted)
    }

    // MARK: From other threads

    /// Whether so much waits that nothing more is to be read.
    nonisolated var isFull: Bool { mailbox.isFull }

    /// Takes a message of the client.
    nonisolated func take(_ message: WireFrame) { if mailbox.ring(message) { wake() } }

    /// Says that there may be something to do.
    nonisolated func ring() { if mailbox.ring() { wake() } }

    /// Does all that is due by now, and then something.
    nonisolated func catchUp(then done: @escaping @Sendable () -> Void) {
        Task(executorPreference: core.threads) {
            await self.catchUp()
            done()
        }
    }

    /// The client is gone: its views end.
    nonisolated func end() { if mailbox.close() { wake() } }

    private nonisolated func wake() { Task(executorPreference: core.threads) { await self.work() } }

    // MARK: Work

    private func work() {
        for _ in 0..<Self.messagesInTurn {
            mailbox.beginTurn()
            if mailbox.isClosed { return finish() }
            advance()
            if let (message, resumes) = mailbox.next() {
                if resumes { outlet.resumeReading() }
                handle(message)
            }
            collect()
            // The next message may take long.
            flush()
            if mailbox.endTurn() { return setAlarm() }
        }
        wake()
    }

    /// Lets the timers run that are due by now.
    private func advance() {
        for _ in 0..<Self.timersInTurn where !clock.runNext(until: elapsed) { return }
        ring()
    }

    private func catchUp() {
        var count = 0
        while transport != nil, count < Self.timersToCatchUp, clock.runNext(until: elapsed) {
            count += 1
            collect()
        }
        collect()
        flush()
        setAlarm()
    }

    private func handle(_ message: WireFrame) {
        let begin = NIODeadline.now()
        if let frame = try? ClientFrame(parsing: message) { hand(frame) } else { handleOther(message) }
        let (time, size) = (Duration.nanoseconds((NIODeadline.now() - begin).nanoseconds), message.byteCount)
        core.counters.count {
            $0.receivedBytes += size
            $0.handlerTime.add(time)
        }
    }

    private func hand(_ frame: ClientFrame) {
        switch frame.message {
        case .join:
            core.counters.count { $0.joins += 1 }
            guard isTrusted else {
                refuse(.foreignToken)
                return queue(frame.refused(.stale))
            }
            let limit = core.limits.joins
            guard views.count < limit || views.contains(frame.topic) else {
                refuse(.tooManyJoins)
                return queue(frame.refused(.crashed(reason: "the socket has \(limit) views, and may have no more")))
            }
        case .event:
            eventCount += 1
            core.counters.count { $0.events += 1 }
        case .uploadChunk(let bytes):
            uploadBytes += bytes.count
            guard uploadBytes <= core.limits.uploadBytes else { return close(.tooManyUploadBytes) }
        case .livePatch, .componentsWillBeDestroyed, .componentsDestroyed, .allowUpload, .uploadProgress, .joinUpload,
            .leave:
            break
        }
        transport?.send(frame)
    }

    /// Does with a message that is none for a view what Phoenix does.
    private func handleOther(_ message: WireFrame) {
        guard case .text(let text) = message else { return close(.unknownBytes) }
        guard let message = ChannelMessage(text) else { return close(.notAMessage) }
        if message.isHeartbeat { return queue(message.acknowledgement) }
        refuse(.malformedFrame, "\(message.event) on \(message.topic)")
        guard let inspectable = transport as? any Inspectable, inspectable.inspect(topic: message.topic) != nil else {
            return queue(message.refusal("unmatched topic"))
        }
        crash(message)
    }

    /// Ends a view to which its client said what no view knows.
    private func crash(_ message: ChannelMessage) {
        let join = message.joinReference.string.flatMap { Int($0) }
        transport?.send(ClientFrame(joinReference: join, reference: 0, topic: message.topic, message: .leave))
        while let frame = transport?.receive() {
            note(frame)
            if frame.topic != message.topic { queue(frame) }
        }
        queue(ServerFrame(joinReference: join, reference: nil, topic: message.topic, message: .error))
    }

    // MARK: To the client

    /// Takes what the engine has to say.
    private func collect() {
        for _ in 0..<Self.messagesInTurn {
            guard let frame = transport?.receive() else { return }
            note(frame)
            queue(frame)
        }
        ring()
    }

    /// Keeps account of what the engine says.
    private func note(_ frame: ServerFrame) {
        switch frame.message {
        case .reply(.joined): views.insert(frame.topic)
        case .reply(.refused(.stale)): refuse(.foreignToken)
        case .close, .error: views.remove(frame.topic)
        default: break
        }
    }

    private func queue(_ frame: ServerFrame) { queue(frame.json) }

    private func queue(_ text: String) { unsent.append(ByteBuffer(string: text)) }

    private func flush() {
        guard !unsent.isEmpty else { return }
        outlet.send(unsent)
        unsent.removeAll(keepingCapacity: false)
    }

    private func setAlarm() {
        let time = clock.nextDeadline.map { started + .nanoseconds(Int64(clamping: $0.nanoseconds)) }
        guard time != alarm else { return }
        alarm = time
        outlet.setAlarm(time)
    }

    private func refuse(_ reason: Refusal, _ detail: String = "") { core.refuse(reason, from: address, detail) }

    private func close(_ closure: SocketClosure) {
        _ = mailbox.close()
        outlet.close(closure)
    }

    private func finish() {
        guard let transport else { return }
        transport.close()
        self.transport = nil
        core.connections.finish()
        core.counters.count { $0.openSockets -= 1 }
        core.log.socketClosed(from: address, after: elapsed, events: eventCount)
    }

    /// The time since the socket was opened.
    private var elapsed: Duration { core.monotonic() - firstReading }
}

extension ClientFrame {
    fileprivate func refused(_ refusal: JoinRefusal) -> ServerFrame {
        ServerFrame(
            joinReference: joinReference, reference: reference, topic: topic, message: .reply(.refused(refusal)))
    }
}

extension Duration {
    fileprivate var nanoseconds: Int128 { attoseconds / 1_000_000_000 }
}
