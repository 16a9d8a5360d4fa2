import LiveProtocol
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Opens a socket.
struct SocketDial: Sendable {
    private let mailbox: Mailbox
    private let address: RemoteAddress

    /// - Parameter mailbox: Hears what becomes of it.
    init(_ mailbox: Mailbox, to address: RemoteAddress) {
        self.mailbox = mailbox
        self.address = address
    }

    func start(_ request: OutgoingRequest) {
        let limits = mailbox.limits
        let channel = Dialer.connect(to: address, within: limits.connect) { [mailbox, address] channel in
            let encoder = HTTPRequestEncoder()
            let decoder = ByteToMessageHandler(HTTPResponseDecoder(limits))
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandlers([encoder, decoder])
            try pipeline.addHandler(
                SocketHandshake(mailbox, request, address, encoder: encoder, decoder: decoder))
        }
        channel.whenFailure { [mailbox, address] error in
            mailbox.end(RemoteFailure(connecting: error, to: address, limits: limits).problem)
        }
    }
}

/// Asks for a socket as soon as there is a connection, and makes one of it (RFC 6455, section 4.1).
private final class SocketHandshake: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let mailbox: Mailbox
    private let request: OutgoingRequest
    private let address: RemoteAddress
    private let limits: RemoteLimits
    private let encoder: HTTPRequestEncoder
    private let decoder: ByteToMessageHandler<HTTPResponseDecoder>
    /// Knows the rules of keys.
    private let rules = NIOWebSocketClientUpgrader { channel, _ in channel.eventLoop.makeSucceededVoidFuture() }
    private var isAccepted = false
    private var isOver = false
    /// What came after the answer, until there is somebody to handle it.
    private var held: [NIOAny] = []
    private var deadline: Scheduled<Void>?

    init(
        _ mailbox: Mailbox, _ request: OutgoingRequest, _ address: RemoteAddress, encoder: HTTPRequestEncoder,
        decoder: ByteToMessageHandler<HTTPResponseDecoder>
    ) {
        self.mailbox = mailbox
        self.request = request
        self.address = address
        limits = mailbox.limits
        self.encoder = encoder
        self.decoder = decoder
    }

    func channelActive(context: ChannelHandlerContext) {
        guard !mailbox.isClosed else { return context.close(promise: nil) }
        var head = request.head
        rules.addCustom(upgradeRequestHeaders: &head.headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.answer)) {
            self.fail(.slowAnswer(self.limits.answer), context)
        }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return held.append(data) }
        switch unwrapInboundIn(data) {
        case .head(let head) where head.status.code != 101:
            let path = String(request.head.uri.prefix { $0 != "?" })
            fail(.socketRefused(status: Int(head.status.code), path: path), context)
        case .head(let head): isAccepted = rules.shouldAllowUpgrade(upgradeResponse: head)
        case .body: break
        case .end: isAccepted ? makeSocket(context) : fail(.noSocket, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(
            RemoteFailure(answering: error, at: address, limits: limits, isAnswering: isAccepted).problem, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.noAnswer, context)
        mailbox.end(.socketLost)
        context.fireChannelInactive()
    }

    /// Lets go of those who handle HTTP; nothing may be written while they do.
    private func makeSocket(_ context: ChannelHandlerContext) {
        isOver = true
        deadline?.cancel()
        let pipeline = context.pipeline.syncOperations
        pipeline.removeHandler(encoder, promise: nil)
        pipeline.removeHandler(decoder).assumeIsolated().whenComplete { _ in self.finish(context) }
    }

    /// Puts those who handle frames in the place of this.
    private func finish(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        let pipeline = context.pipeline.syncOperations
        do {
            try pipeline.addHandlers([
                WebSocketFrameEncoder(), ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: limits.message)),
                NIOWebSocketFrameAggregator(
                    minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1 << 16,
                    maxAccumulatedFrameSize: limits.message),
                SocketReceiver(mailbox, from: address),
            ])
        } catch {
            return context.close(promise: nil)
        }
        for data in held { context.fireChannelRead(data) }
        held = []
        pipeline.removeHandler(context: context, promise: nil)
    }

    private func fail(_ problem: RemoteFailure.Problem, _ context: ChannelHandlerContext) {
        guard !isOver else { return }
        isOver = true
        deadline?.cancel()
        mailbox.end(problem)
        context.close(promise: nil)
    }
}
