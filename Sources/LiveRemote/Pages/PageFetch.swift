import LiveProtocol
import NIOCore
import NIOHTTP1

/// Fetches one page.
struct PageFetch: Sendable {
    private let page: PendingPage
    private let address: RemoteAddress
    private let limits: RemoteLimits

    /// - Parameter page: What the answer is given to, from another thread.
    init(of page: PendingPage, from address: RemoteAddress, limits: RemoteLimits) {
        self.page = page
        self.address = address
        self.limits = limits
    }

    func start(_ request: OutgoingRequest) {
        let channel = Dialer.connect(to: address, within: limits.connect) { [page, address, limits] channel in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandlers([
                HTTPRequestEncoder(), ByteToMessageHandler(HTTPResponseDecoder(limits)),
            ])
            try pipeline.addHandler(PageReceiver(of: page, asking: request, address, limits))
        }
        channel.whenFailure { [page, address, limits] error in
            page.answer(.failed(RemoteFailure(connecting: error, to: address, limits: limits)))
        }
        page.onCancel { channel.whenSuccess { $0.close(promise: nil) } }
    }
}

extension HTTPResponseDecoder {
    convenience init(_ limits: RemoteLimits) {
        var configuration = NIOHTTPDecoderLimitConfiguration()
        configuration.maxHeaderListSize = limits.headers
        configuration.maxHeaderFieldSize = min(configuration.maxHeaderFieldSize, limits.headers)
        self.init(leftOverBytesStrategy: .forwardBytes, limitConfiguration: configuration)
    }
}

/// Asks for a page as soon as there is a connection, and receives it.
private final class PageReceiver: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let page: PendingPage
    private let request: OutgoingRequest
    private let address: RemoteAddress
    private let limits: RemoteLimits
    private var head: HTTPResponseHead?
    private var body = ByteBuffer()
    private var deadline: Scheduled<Void>?
    private var isDone = false

    init(of page: PendingPage, asking request: OutgoingRequest, _ address: RemoteAddress, _ limits: RemoteLimits) {
        self.page = page
        self.request = request
        self.address = address
        self.limits = limits
    }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(request.head)), promise: nil)
        if let body = request.body {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        allow(.slowAnswer(limits.answer), context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            allow(.unfinishedAnswer(limits.answer), context)
            let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
            if let length, length > limits.page { fail(.pageTooLarge(limit: limits.page), context) }
        case .body(var part):
            body.writeBuffer(&part)
            if body.readableBytes > limits.page { fail(.pageTooLarge(limit: limits.page), context) }
        case .end: if let head { finish(Self.answer(head, body, address, limits), context) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isAnswering = head != nil
        let failure = RemoteFailure(answering: error, at: address, limits: limits, isAnswering: isAnswering)
        fail(failure.problem, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(head == nil ? .noAnswer : .cutShort, context)
        context.fireChannelInactive()
    }

    private static func answer(
        _ head: HTTPResponseHead, _ body: ByteBuffer, _ address: RemoteAddress, _ limits: RemoteLimits
    ) -> PageAnswer {
        do throws(RemoteFailure) {
            return .response(try PageResponse(head, Array(body.readableBytesView), from: address, limits: limits))
        } catch {
            return .failed(error)
        }
    }

    private func allow(_ problem: RemoteFailure.Problem, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.answer)) {
            self.fail(problem, context)
        }
    }

    private func fail(_ problem: RemoteFailure.Problem, _ context: ChannelHandlerContext) {
        finish(.failed(RemoteFailure(address.origin, problem)), context)
    }

    private func finish(_ answer: PageAnswer, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        isDone = true
        body = ByteBuffer()
        deadline?.cancel()
        page.answer(answer)
        context.close(promise: nil)
    }
}
