import NIOCore
import NIOPosix

#if TLS
    import NIOSSL
#endif

/// Opens connections to servers; what happens on them happens on one thread, which no process waits for at its end.
enum Dialer {
    private static let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// Whether addresses of `https` can be reached.
    static var isAbleToProtect: Bool {
        #if TLS
            true
        #else
            false
        #endif
    }

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - limit: How long the server may take to answer.
    ///   - configure: Adds what handles the connection, before it is there.
    static func connect(
        to address: RemoteAddress, within limit: Duration,
        _ configure: @escaping @Sendable (any Channel) throws -> Void
    ) -> EventLoopFuture<any Channel> {
        let loop = threads.next()
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(limit))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try protect(channel, to: address)
                    try configure(channel)
                }
            }
        // Numbers need nobody to look them up.
        if let number = try? SocketAddress(ipAddress: address.host, port: address.port) {
            return bootstrap.connect(to: number)
        }
        return bootstrap.connect(host: address.host, port: address.port)
    }

    private static func protect(_ channel: any Channel, to address: RemoteAddress) throws {
        guard address.isProtected else { return }
        #if TLS
            let context = try NIOSSLContext(configuration: .makeClientConfiguration())
            let isNumber = (try? SocketAddress(ipAddress: address.host, port: address.port)) != nil
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLClientHandler(context: context, serverHostname: isNumber ? nil : address.host))
        #else
            throw RemoteFailure(address.origin, .noProtection)
        #endif
    }
}
