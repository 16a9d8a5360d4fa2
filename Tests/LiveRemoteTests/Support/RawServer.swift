import NIOCore
import NIOPosix

/// A server that answers whatever comes first on a connection with bytes of the test's.
final class RawServer: Sendable {
    /// What it does, one after the other.
    enum Deed: Sendable {
        case send([UInt8])
        case close
        /// Sends the same again and again until nobody takes it any more.
        case flood([UInt8])

        static func send(_ text: String) -> Deed { .send(Array(text.utf8)) }
    }

    private let channel: any Channel

    init(_ deeds: [Deed]) throws {
        channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Responder(deeds))
                }
            }
            .bind(host: "127.0.0.1", port: 0).wait()
    }

    deinit { channel.close(promise: nil) }

    /// Listens no more.
    func stop() throws { try channel.close().wait() }

    var port: Int { channel.localAddress?.port ?? 0 }
    var origin: String { "http://127.0.0.1:\(port)" }
}

private final class Responder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var deeds: [RawServer.Deed]

    init(_ deeds: [RawServer.Deed]) { self.deeds = deeds }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        defer { deeds = [] }
        for deed in deeds {
            switch deed {
            case .send(let bytes): context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            case .close: context.close(promise: nil)
            case .flood(let bytes): flood(ByteBuffer(bytes: bytes), context)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func flood(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenSuccess { self.flood(bytes, context) }
    }
}
