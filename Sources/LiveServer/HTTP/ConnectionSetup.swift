import NIOCore
import NIOHTTP1

/// Sets up the connections that are accepted.
enum ConnectionSetup {
    /// Adds what a new connection needs; it begins with requests.
    static func prepare(_ channel: any Channel, _ core: ServerCore, _ server: PageServer) throws {
        let address = channel.remoteAddress?.ipAddress ?? "unknown"
        let pipeline = channel.pipeline.syncOperations
        guard core.gate.enter(from: address) else {
            core.refuse(.tooManyConnections, from: address)
            return try pipeline.addHandler(CrowdedHandler())
        }
        core.counters.count { $0.openConnections += 1 }
        channel.closeFuture.whenComplete { _ in
            core.gate.leave(from: address)
            core.counters.count { $0.openConnections -= 1 }
        }
        var limits = NIOHTTPDecoderLimitConfiguration()
        // The address counts as a field; one that is somewhat too long is told so.
        limits.maxHeaderFieldSize = max(core.limits.requestLine * 2, core.limits.headers)
        limits.maxHeaderListSize = core.limits.requestLine * 2 + core.limits.headers
        limits.maxHeaderFieldCount = core.limits.headerCount
        try pipeline.configureHTTPServerPipeline(
            withServerUpgrade: (upgraders: [SocketUpgrade.make(core, from: address)], completionHandler: { _ in }),
            withErrorHandling: false, withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(HTTPHandler(core, server, from: address))
    }
}

/// Tells a connection for which there is no room so, and closes it.
private final class CrowdedHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let answer = """
        HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 26\r\n\
        Retry-After: 5\r\nConnection: close\r\n\r\nThere is no room for more.
        """

    func channelActive(context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(string: Self.answer)))
            .whenComplete { _ in bound.value.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
