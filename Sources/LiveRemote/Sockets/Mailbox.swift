import Basics
import LiveProtocol
import NIOCore
import NIOWebSocket
import Synchronization

/// What a client and the connection to its server leave for each other, each on a thread of its own.
final class Mailbox: Sendable {
    private struct Contents: Sendable {
        var state = ConnectionState.connecting
        /// Nil until messages can be written.
        var channel: (any Channel)?
        var incoming = Queue<(frame: ServerFrame, size: Int)>()
        var incomingSize = 0
        /// Whether nothing is read until some of what came is taken.
        var isHeldBack = false
        /// What waits for the connection to open.
        var outgoing: [WebSocketFrame] = []
        /// Of what was handed over and not yet written.
        var outgoingSize = 0
        var requests = OpenRequests()
        var onActivity: (@Sendable () -> Void)?
    }

    private let origin: String
    let limits: RemoteLimits
    private let contents = Mutex(Contents())

    /// What a message costs beside its bytes, so that empty ones are not free.
    private static let overhead = 512
    /// How long the other side may take to say goodbye, too.
    private static let farewell = TimeAmount.seconds(1)

    /// - Parameter origin: The server's, for what is told to people.
    init(to origin: String, limits: RemoteLimits) {
        self.origin = origin
        self.limits = limits
    }

    // MARK: The client's side

    /// How far the connection is; its end is told when all that came before was taken.
    var state: ConnectionState {
        contents.withLock { contents in
            contents.state.isClosed && contents.incoming.count > 0 ? .open : contents.state
        }
    }

    var onActivity: (@Sendable () -> Void)? {
        get { contents.withLock { $0.onActivity } }
        set { contents.withLock { $0.onActivity = newValue } }
    }

    func receive() -> ServerFrame? {
        let (frame, channel) = contents.withLock { contents -> (ServerFrame?, (any Channel)?) in
            guard let (frame, size) = contents.incoming.popFirst() else { return (nil, nil) }
            contents.incomingSize -= size
            guard contents.isHeldBack, contents.incomingSize <= limits.received / 2 else { return (frame, nil) }
            contents.isHeldBack = false
            return (frame, contents.channel)
        }
        _ = channel?.setOption(.autoRead, value: true)
        return frame
    }

    /// Sends a message now, or as soon as the connection is open.
    func send(_ frame: ClientFrame) {
        let wire: WebSocketFrame
        do throws(BinaryFrameError) {
            wire = WebSocketFrame(sending: try frame.wire())
        } catch {
            return add(ServerFrame(unreadable: "\(error)", topic: frame.topic), size: 0)
        }
        var isTooMuch = false
        let channel = contents.withLock { contents -> (any Channel)? in
            guard !contents.state.isClosed else { return nil }
            contents.requests.note(frame)
            contents.outgoingSize += wire.length
            isTooMuch = contents.outgoingSize > limits.unsent
            if contents.channel == nil { contents.outgoing.append(wire) }
            return contents.channel
        }
        if isTooMuch {
            end(.tooMuchUnsent(limit: limits.unsent), code: RemoteFailure.abnormalClosure)
            channel?.close(promise: nil)
        } else if let channel {
            write(wire, to: channel)
        }
    }

    /// Ends the connection; nothing is received any more.
    func close() {
        // What it held is let go of outside of the lock, since that may lead back here.
        let old = contents.withLock { contents in
            defer { contents = Contents(state: .closed(code: nil, reason: "")) }
            return contents
        }
        guard let channel = old.channel else { return }
        channel.writeAndFlush(WebSocketFrame(closing: .normalClosure), promise: nil)
        channel.eventLoop.scheduleTask(in: Self.farewell) { channel.close(promise: nil) }
    }

    // MARK: The connection's side

    /// Whether nobody waits for anything any more.
    var isClosed: Bool { contents.withLock { $0.state.isClosed } }

    var isHeldBack: Bool { contents.withLock { $0.isHeldBack } }

    /// Notes that messages can be written, and writes those that waited.
    ///
    /// - Returns: False when nobody wants the connection any more.
    func open(_ channel: any Channel) -> Bool {
        let (waiting, wake) = contents.withLock { contents -> ([WebSocketFrame]?, (@Sendable () -> Void)?) in
            guard case .connecting = contents.state else { return (nil, nil) }
            contents.state = .open
            contents.channel = channel
            defer { contents.outgoing = [] }
            return (contents.outgoing, contents.onActivity)
        }
        guard let waiting else { return false }
        for frame in waiting { write(frame, to: channel) }
        wake?()
        return true
    }

    /// Takes what the server sent.
    ///
    /// - Returns: Whether it is an answer to a heartbeat, which no client waits for.
    func take(_ wire: WireFrame) -> Bool {
        var frame: ServerFrame
        do {
            frame = try ServerFrame(parsing: wire) { topic, reference in
                contents.withLock { $0.requests.take(topic, reference) }
            }
        } catch {
            add(ServerFrame(unreadable: "\(error)", topic: ""), size: wire.size)
            return false
        }
        guard frame.topic != Heartbeat.topic else { return true }
        switch frame.message {
        case .close, .error: forgetRequests(of: frame)
        case .unknown(let name): frame.message = .unknown(name.printable())
        case .reply, .diff, .livePatch, .liveRedirect, .redirect, .unreadable: break
        }
        add(frame, size: wire.size)
        return false
    }

    /// A channel is over, which answers nothing any more.
    private func forgetRequests(of frame: ServerFrame) {
        contents.withLock { $0.requests.forget(frame.topic, joinReference: frame.joinReference) }
    }

    private func add(_ frame: ServerFrame, size: Int) {
        let wake = contents.withLock { contents -> (@Sendable () -> Void)? in
            guard !contents.state.isClosed else { return nil }
            contents.incoming.append((frame, size + Self.overhead))
            contents.incomingSize += size + Self.overhead
            if contents.incomingSize > limits.received { contents.isHeldBack = true }
            return contents.onActivity
        }
        wake?()
    }

    /// Notes that the connection is over; only the first word for why counts.
    ///
    /// - Parameter code: What ends it, of RFC 6455; nil when it never came to be, or was lost without a word.
    func end(_ problem: RemoteFailure.Problem, code: Int? = nil) {
        let reason = "\(RemoteFailure(origin, problem))"
        let wake = contents.withLock { contents -> (@Sendable () -> Void)? in
            guard !contents.state.isClosed else { return nil }
            contents.state = .closed(code: code, reason: reason)
            contents.channel = nil
            contents.outgoing = []
            contents.requests = OpenRequests()
            return contents.onActivity
        }
        wake?()
    }

    private func write(_ frame: WebSocketFrame, to channel: any Channel) {
        let size = frame.length
        channel.writeAndFlush(frame).whenComplete { _ in
            self.contents.withLock { $0.outgoingSize -= size }
        }
    }
}

extension WireFrame {
    fileprivate var size: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }
}

extension ServerFrame {
    fileprivate init(unreadable reason: String, topic: String) {
        self.init(joinReference: nil, reference: nil, topic: topic, message: .unreadable(reason.printable(limit: 300)))
    }
}
