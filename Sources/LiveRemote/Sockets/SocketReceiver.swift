import LiveProtocol
import NIOCore
import NIOWebSocket

/// Handles the frames of an open socket (RFC 6455): messages, pings, goodbyes, and the heartbeats of the protocol above.
final class SocketReceiver: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let mailbox: Mailbox
    private let address: RemoteAddress
    private var heartbeat = Heartbeat()
    private var timer: Scheduled<Void>?
    private var isOver = false

    /// Stands for the code that a goodbye lacks (RFC 6455, section 7.4.1).
    private static let noCode = 1005

    init(_ mailbox: Mailbox, from address: RemoteAddress) {
        self.mailbox = mailbox
        self.address = address
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard mailbox.open(context.channel) else { return context.close(promise: nil) }
        beatLater(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        let frame = unwrapInboundIn(data)
        guard !frame.isExtended else { return fail(.brokenRules, .protocolError, context) }
        switch frame.opcode {
        case .text: take(.text(String(buffer: frame.unmaskedData)), context)
        case .binary: take(.binary(Array(frame.unmaskedData.readableBytesView)), context)
        case .ping: answer(frame, context)
        case .pong: break
        case .connectionClose: sayGoodbye(to: frame, context)
        default: fail(.brokenRules, .protocolError, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let failure = RemoteFailure(answering: error, at: address, limits: mailbox.limits, isAnswering: true)
        switch failure.problem {
        case .messageTooLarge: fail(failure.problem, .messageTooLarge, context)
        case .brokenRules: fail(failure.problem, .protocolError, context)
        default: context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(code: nil, .socketLost)
        context.fireChannelInactive()
    }

    // MARK: Messages

    private func take(_ wire: WireFrame, _ context: ChannelHandlerContext) {
        if mailbox.take(wire) { heartbeat.takeAnswer() }
        guard mailbox.isHeldBack else { return }
        // While nothing is read, no answer can be seen.
        heartbeat.takeAnswer()
        do { try context.channel.syncOptions?.setOption(.autoRead, value: false) } catch { context.close(promise: nil) }
    }

    /// Answers a ping, unless the server takes no answers (RFC 6455, section 5.5.3, allows to leave some out).
    private func answer(_ ping: WebSocketFrame, _ context: ChannelHandlerContext) {
        guard context.channel.isWritable else { return }
        context.writeAndFlush(wrapOutboundOut(WebSocketFrame(answering: ping, .pong)), promise: nil)
    }

    // MARK: Heartbeats

    private func beatLater(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(mailbox.limits.heartbeat)) {
            self.beat(context)
        }
    }

    private func beat(_ context: ChannelHandlerContext) {
        if mailbox.isHeldBack { heartbeat.takeAnswer() }
        let (now, silence) = (context.eventLoop.now, mailbox.limits.silence)
        guard !heartbeat.isSilent(for: silence, at: now) else {
            return fail(.silentHeart(silence), .goingAway, context)
        }
        if let beat = heartbeat.next(at: now) {
            context.writeAndFlush(wrapOutboundOut(WebSocketFrame(sending: beat)), promise: nil)
        }
        beatLater(context)
    }

    // MARK: The end

    private func sayGoodbye(to frame: WebSocketFrame, _ context: ChannelHandlerContext) {
        var data = frame.unmaskedData
        let code = data.readInteger(as: UInt16.self).map(Int.init) ?? Self.noCode
        end(code: code, .socketClosed(code: code, reason: String(buffer: data)))
        let answer = WebSocketFrame(answering: frame, .connectionClose)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(answer)).whenComplete { _ in channel.close(promise: nil) }
    }

    private func fail(
        _ problem: RemoteFailure.Problem, _ code: WebSocketErrorCode, _ context: ChannelHandlerContext
    ) {
        end(code: RemoteFailure.abnormalClosure, problem)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(WebSocketFrame(closing: code)))
            .whenComplete { _ in channel.close(promise: nil) }
    }

    private func end(code: Int?, _ problem: RemoteFailure.Problem) {
        isOver = true
        timer?.cancel()
        mailbox.end(problem, code: code)
    }
}
