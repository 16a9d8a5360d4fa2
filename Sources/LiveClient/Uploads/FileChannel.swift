import LiveProtocol

/// The channel over which one file is sent, chunk by chunk, each when the last was acknowledged
/// (TheWire.md, "Uploads on the wire").
final class FileChannel {
    let topic: String
    // It lives longer: the transfer has its channel.
    private unowned let transfer: FileTransfer
    private let outbox: Outbox
    private let schedule: PageSchedule
    private let log: ClientLog
    private let token: JSONValue
    /// In bytes.
    private let chunkSize: Int
    private let chunkTimeout: Duration
    private var joinReference: Int?
    /// The message that waits for its answer.
    private var pending: Int?
    private var timer: VirtualClock.TimerID?
    /// How many bytes were sent.
    private var offset = 0

    init(
        _ transfer: FileTransfer, token: JSONValue, configuration: UploadReply, outbox: Outbox, schedule: PageSchedule,
        log: ClientLog
    ) {
        topic = "lvu:\(transfer.tracked.reference)"
        self.transfer = transfer
        self.outbox = outbox
        self.schedule = schedule
        self.log = log
        self.token = token
        chunkSize = max(configuration.configuration["chunk_size"]?.integer ?? 64_000, 1)
        chunkTimeout = .milliseconds(max(configuration.configuration["chunk_timeout"]?.integer ?? 10_000, 1))
    }

    func join() {
        let message = ClientMessage.joinUpload(token: token)
        log.record(.sent(message, topic: topic))
        send(message, timeout: FileChannel.joinTimeout)
        joinReference = pending
    }

    /// Says that no more comes; what comes back then is ignored.
    func leave() {
        forgetPending()
        guard let joinReference, outbox.isConnected else { return }
        self.joinReference = nil
        outbox.send(
            ClientFrame(
                joinReference: joinReference, reference: outbox.nextReference(), topic: topic, message: .leave))
    }

    func handle(_ frame: ServerFrame) {
        guard joinReference != nil, frame.joinReference == nil || frame.joinReference == joinReference else { return }
        switch frame.message {
        case .reply(let reply):
            guard frame.reference == pending else { return }
            forgetPending()
            if case .failed(let reason) = reply { transfer.fail(reason.words) } else { goOn() }
        case .error, .unknown, .unreadable: transfer.fail()
        case .close: transfer.cancel()
        case .diff, .livePatch, .liveRedirect, .redirect: break
        }
    }

    private static let joinTimeout = Duration.seconds(10)

    /// What was sent so far has come; the next chunk follows.
    private func goOn() {
        let size = transfer.file.size
        if offset > 0 { transfer.progress(offset * 100 / max(size, 1)) }
        guard offset < size, !transfer.isOver else { return forgetPending() }
        do {
            let range = offset..<min(offset + chunkSize, size)
            let bytes = try transfer.file.read(range)
            guard bytes.count == range.count else { return transfer.fail("the file has changed") }
            offset = range.upperBound
            send(.uploadChunk(bytes), timeout: chunkTimeout)
        } catch {
            transfer.fail("the file cannot be read: \(error)")
        }
    }

    /// Sends a message and waits for its answer. Chunks are not logged, since the log would keep their bytes.
    private func send(_ message: ClientMessage, timeout: Duration) {
        let reference = outbox.nextReference()
        pending = reference
        timer = schedule.after(timeout) { [weak self] in
            guard let self, pending == reference else { return }
            transfer.fail("timeout")
        }
        outbox.send(
            ClientFrame(
                joinReference: joinReference ?? reference, reference: reference, topic: topic, message: message))
    }

    private func forgetPending() {
        pending = nil
        if let timer { schedule.cancel(timer) }
        timer = nil
    }
}
