import LiveProtocol
import NIOCore
import NIOWebSocket

/// The connection of one socket: its frames, its time, and how much waits in either direction.
final class SocketHandler: ChannelInboundHandler, ChannelOutboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = Never
    typealias OutboundOut = WebSocketFrame

    /// How long a client may take to answer that the socket is closed.
    private static let closingTime = TimeAmount.seconds(1)

    private let core: ServerCore
    private let opening: SocketOpening
    private var context: ChannelHandlerContext?
    private var session: SocketSession?
    private var assembly: MessageAssembly
    private var unsentBytes = 0
    private var isReadHeld = false
    private var isClosing = false
    /// When the last frame came.
    private var lastRead = NIODeadline.now()
    /// When the session wants to be rung.
    private var alarm: NIODeadline?
    /// The one timer, for whatever is due first.
    private var timer: LazyTimer?

    init(_ core: ServerCore, _ opening: SocketOpening) {
        self.core = core
        self.opening = opening
        assembly = MessageAssembly(limit: core.limits.frame)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        timer = LazyTimer(on: context.eventLoop) { [weak self] in self?.timeIsUp() }
        session = SocketSession(
            core, SocketOutlet(self, on: context.eventLoop), opening.request, from: opening.address,
            isTrusted: opening.isTrusted)
        setTimer()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        session?.end()
        session = nil
        timer?.cancel()
        timer = nil
        context = nil
    }

    // MARK: From the client

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = Self.unwrapInboundIn(data)
        lastRead = .now()
        if isClosing {
            if frame.opcode == .connectionClose { context.close(promise: nil) }
            return
        }
        do throws(SocketClosure) { try take(frame, context) } catch { close(error) }
    }

    private func take(_ frame: WebSocketFrame, _ context: ChannelHandlerContext) throws(SocketClosure) {
        guard frame.maskKey != nil else { throw .protocolError("a frame without a mask") }
        guard !frame.rsv1, !frame.rsv2, !frame.rsv3 else { throw .protocolError("reserved bits are set") }
        switch frame.opcode {
        case .text, .binary, .continuation:
            if let message = try assembly.take(frame) { session?.take(message) }
        case .ping: write([WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData)])
        case .pong: break
        case .connectionClose: takeClose(frame, context)
        default: throw .protocolError("an unknown kind of frame")
        }
    }

    /// The client ends the socket: its code is told back, and that is all.
    private func takeClose(_ frame: WebSocketFrame, _ context: ChannelHandlerContext) {
        isClosing = true
        session?.end()
        var data = frame.unmaskedData
        let answer = WebSocketFrame(
            fin: true, opcode: .connectionClose, data: data.readSlice(length: 2) ?? ByteBuffer())
        let done = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(Self.wrapOutboundOut(answer), promise: done)
        done.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.context?.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isClosing else { return }
        switch error {
        case NIOWebSocketError.invalidFrameLength: close(.frameTooLarge)
        case is NIOWebSocketError: close(.protocolError("a frame that cannot be read"))
        default: context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { close(.goingAway) }
        if let moved = event as? TimeWasMoved, let session {
            moved.group.enter()
            session.catchUp { moved.group.leave() }
        }
        context.fireUserInboundEventTriggered(event)
    }

    // MARK: Back pressure

    func read(context: ChannelHandlerContext) {
        if !isClosing, session?.isFull == true || !context.channel.isWritable {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { resumeReading() }
        context.fireChannelWritabilityChanged()
    }

    func resumeReading() {
        guard isReadHeld, let context else { return }
        isReadHeld = false
        read(context: context)
    }

    // MARK: To the client

    /// Sends messages, each in a frame of its own.
    func send(_ messages: [ByteBuffer]) {
        guard !isClosing else { return }
        write(messages.map { WebSocketFrame(fin: true, opcode: .text, data: $0) })
    }

    private func write(_ frames: [WebSocketFrame]) {
        guard let context, let last = frames.last else { return }
        let size = frames.reduce(0) { $0 + $1.length }
        unsentBytes += size
        core.counters.count { $0.sentBytes += size }
        guard unsentBytes <= core.limits.unsentBytes else {
            // Nothing that is written would be read.
            core.refuse(.slowReader, from: opening.address)
            isClosing = true
            return context.close(promise: nil)
        }
        for frame in frames.dropLast() { context.write(Self.wrapOutboundOut(frame), promise: nil) }
        let done = context.eventLoop.makePromise(of: Void.self)
        done.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.unsentBytes -= size }
        context.writeAndFlush(Self.wrapOutboundOut(last), promise: done)
    }

    /// Ends the socket, with a word to the client.
    func close(_ closure: SocketClosure) {
        guard !isClosing, let context else { return }
        if let refusal = closure.refusal { core.refuse(refusal, from: opening.address, closure.reason) }
        isClosing = true
        session?.end()
        var data = ByteBuffer()
        data.write(webSocketErrorCode: closure.code)
        data.writeString(closure.reason)
        context.writeAndFlush(
            Self.wrapOutboundOut(WebSocketFrame(fin: true, opcode: .connectionClose, data: data)), promise: nil)
        setTimer()
        if isReadHeld { resumeReading() }
    }

    // MARK: Time

    /// Rings the session at a time; a new one takes the place of the last.
    func setAlarm(_ time: NIODeadline?) {
        alarm = time
        setTimer()
    }

    /// Sets the timer for what is due first.
    private func setTimer() {
        let last = isClosing ? .now() + Self.closingTime : lastRead + TimeAmount(core.limits.idleTime)
        timer?.set(alarm.map { min($0, last) } ?? last)
    }

    private func timeIsUp() {
        let now = NIODeadline.now()
        if isClosing {
            context?.close(promise: nil)
        } else if now >= lastRead + TimeAmount(core.limits.idleTime) {
            close(.idle)
        } else {
            if let alarm, alarm <= now {
                self.alarm = nil
                session?.ring()
            }
            setTimer()
        }
    }
}
