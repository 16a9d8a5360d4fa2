import NIOCore
import NIOHTTP1
import NIOWebSocket

/// The connection of requests that come one after the other: how large they are, how long they take, and their answers.
final class HTTPHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// Nothing of the next request has come whole.
        case waiting
        case receiving(ServerRequest)
        case answering
        /// What comes is not taken any more.
        case closing
    }

    /// How long a client may take to read why a connection is closed.
    private static let closingTime = Duration.seconds(1)

    private let core: ServerCore
    private let server: PageServer
    private let address: String
    private var state = State.waiting
    private var timer: LazyTimer?
    private var isTooSlow = false
    /// Whether the connection has had a request that was answered.
    private var hasAnswered = false

    init(_ core: ServerCore, _ server: PageServer, from address: String) {
        self.core = core
        self.server = server
        self.address = address
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        timer = LazyTimer(on: context.eventLoop) { [weak self] in self?.timeIsUp(bound.value) }
        setTimer(core.limits.requestTime)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (Self.unwrapInboundIn(data), state) {
        case (.head(let head), .waiting): take(head, context)
        case (.body(let bytes), .receiving(let request)): take(bytes, of: request, context)
        case (.end, .receiving(let request)):
            state = .answering
            setTimer(core.limits.answerTime)
            answer(request, context)
        default: break
        }
    }

    private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let limits = core.limits
        let request = ServerRequest(head: head, address: address)
        if head.uri.utf8.count > limits.requestLine {
            return refuse(
                .uriTooLong, .requestTooLarge, "The address is longer than \(limits.requestLine) bytes.", context)
        }
        if let length = request.header("content-length").flatMap({ Int($0) }), length > limits.body {
            return refuseBody(context)
        }
        state = .receiving(request)
        setTimer(limits.requestTime)
    }

    private func take(_ bytes: ByteBuffer, of request: ServerRequest, _ context: ChannelHandlerContext) {
        guard request.body.count + bytes.readableBytes <= core.limits.body else { return refuseBody(context) }
        var request = request
        state = .waiting
        request.body += bytes.readableBytesView
        state = .receiving(request)
    }

    private func answer(_ request: ServerRequest, _ context: ChannelHandlerContext) {
        let (server, begin) = (server, NIODeadline.now())
        let (loop, context) = (context.eventLoop, NIOLoopBound(context, eventLoop: context.eventLoop))
        let handler = NIOLoopBound(self, eventLoop: loop)
        Task(executorPreference: core.threads) {
            let answer = server.answer(request)
            guard !server.core.connections.hasEnded else { return }
            loop.execute { handler.value.send(answer, to: request, since: begin, context.value) }
        }
    }

    // MARK: Answers

    private func send(
        _ answer: ServerAnswer, to request: ServerRequest, since begin: NIODeadline, _ context: ChannelHandlerContext
    ) {
        guard case .answering = state, context.channel.isActive else { return }
        core.log.request(request, answer, took: .nanoseconds((NIODeadline.now() - begin).nanoseconds))
        write(answer, isHead: request.head.method == .HEAD, keepsAlive: request.head.isKeepAlive, context)
    }

    private func write(
        _ answer: ServerAnswer, isHead: Bool = false, keepsAlive: Bool, _ context: ChannelHandlerContext
    ) {
        core.counters.count { $0.requests[Int(answer.status.code), default: 0] += 1 }
        let closes = answer.closes || !keepsAlive
        var head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: answer.headers)
        head.headers.add(contentsOf: Self.commonHeaders)
        if answer.status != .notModified { head.headers.add(name: "Content-Length", value: "\(answer.body.count)") }
        head.headers.add(name: "Connection", value: closes ? "close" : "keep-alive")
        let done = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        done.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.isSent(closes: closes, bound.value) }
        // What is written may be gone, and the next request be here, before writing returns.
        state = closes ? .closing : .waiting
        hasAnswered = true
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        if !isHead, !answer.body.isEmpty {
            context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: done)
    }

    /// What all answers say (OWASP, "HTTP Security Response Headers").
    private static let commonHeaders = HTTPHeaders([
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Content-Security-Policy", "base-uri 'self'; frame-ancestors 'self'"),
    ])

    private func isSent(closes: Bool, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        if closes {
            // Closed at once, what the client still sends would make its system throw the answer away.
            context.close(mode: .output, promise: nil)
            setTimer(Self.closingTime)
        } else if case .waiting = state {
            setTimer(core.limits.idleTime)
        }
    }

    // MARK: Refusals

    private func refuseBody(_ context: ChannelHandlerContext) {
        refuse(.payloadTooLarge, .requestTooLarge, "The body is longer than \(core.limits.body) bytes.", context)
    }

    private func refuse(
        _ status: HTTPResponseStatus, _ reason: Refusal, _ text: String, _ context: ChannelHandlerContext
    ) {
        core.refuse(reason, from: address)
        setTimer(core.limits.requestTime)
        state = .closing
        write(.refusal(status, text, closes: true), keepsAlive: false, context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A request that opens no socket comes as any other after this, and is told why there.
        if error is NIOWebSocketUpgradeError { return }
        guard let error = error as? HTTPParserError else { return context.close(promise: nil) }
        switch state {
        case .closing, .answering: context.close(promise: nil)
        case .waiting, .receiving:
            if isTooSlow {
                let seconds = core.limits.requestTime.components.seconds
                refuse(
                    .requestTimeout, .slowRequest, "The request did not come whole within \(seconds) seconds.", context)
            } else if error == .headerOverflow {
                refuse(
                    .requestHeaderFieldsTooLarge, .requestTooLarge, "The headers of the request are too large.", context
                )
            } else {
                refuse(.badRequest, .malformedRequest, "The request is not one of HTTP/1.1.", context)
            }
        }
    }

    // MARK: Time

    private func setTimer(_ time: Duration) { timer?.set(.now() + TimeAmount(time)) }

    private func timeIsUp(_ context: ChannelHandlerContext) {
        switch state {
        case .closing: context.close(promise: nil)
        case .answering:
            core.refuse(.slowReader, from: address)
            context.close(promise: nil)
        case .waiting where hasAnswered: context.close(promise: nil)
        case .waiting, .receiving:
            isTooSlow = true
            // From the front, so that the handler that keeps requests in order expects an answer.
            context.pipeline.fireErrorCaught(HTTPParserError.closedConnection)
        }
    }
}
