import CLibrary
import LiveEngine
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Serves the views of an application to terminals and browsers, by HTTP and WebSocket.
package final class LiveServer: Sendable {
    private struct Running {
        let group: MultiThreadedEventLoopGroup
        let threads: SessionThreads
        let listener: any Channel
        let connections: ConnectionList
    }

    private let routes: Routes
    private let layout: RootLayout
    private let sessionLimits: SessionLimits
    private let options: ServerOptions
    private let now: @Sendable () -> Duration
    private let movedTime: (@Sendable () -> Duration)?
    private let running = Mutex<Running?>(nil)

    /// - Parameters:
    ///   - layout: The document around every view.
    ///   - sessionLimits: How far a session may go.
    ///   - now: The time since 1970-01-01T00:00:00Z.
    ///   - movedTime: A reading that only grows, by which the timers and sleeps of views run, in place of the system's; it
    ///     stands still until somebody moves it, who says so by `noticeTime()`.
    package init(
        routes: Routes, layout: RootLayout = .standard, sessionLimits: SessionLimits = SessionLimits(),
        options: ServerOptions = ServerOptions(), now: @escaping @Sendable () -> Duration,
        movedTime: (@Sendable () -> Duration)? = nil
    ) {
        self.routes = routes
        self.layout = layout
        self.sessionLimits = sessionLimits
        self.options = options
        self.now = now
        self.movedTime = movedTime
    }

    /// Where it listens, once it was started; else where it is to.
    package var address: (host: String, port: Int) {
        (options.host, running.withLock { $0?.listener.localAddress?.port } ?? options.port)
    }

    /// Listens from now on.
    ///
    /// - Throws: What prevents it.
    package func start() throws(ServerFailure) {
        let secret = options.secret ?? RandomText.bytes(ServerFailure.secretBytes)
        guard secret.count >= ServerFailure.secretBytes else { throw .shortSecret(bytes: secret.count) }
        guard UInt16(exactly: options.port) != nil else { throw .portOutOfRange(options.port) }
        let files = try ClientFiles(folder: options.clientFolder, limit: options.limits.file)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        let threads = SessionThreads(
            count: System.coreCount, limit: options.limits.extraThreads, loop: group.next())
        let signer = TokenSigner(secret: secret, now: now)
        let views = SharedServices(
            routes: routes, layout: layout, limits: sessionLimits, sealer: signer, ids: ServerIDs(),
            logger: options.logger)
        let core = ServerCore(
            views: views, options: options, signer: signer, threads: threads, now: now,
            movedTime: movedTime)
        do {
            let listener = try Self.bootstrap(group, core, PageServer(core: core, files: files))
                .bind(host: options.host, port: options.port).wait()
            running.withLock {
                $0 = Running(group: group, threads: threads, listener: listener, connections: core.connections)
            }
        } catch {
            threads.stop()
            group.shutdownGracefully { _ in }
            throw ServerFailure(error, host: options.host, port: options.port)
        }
    }

    /// Lets all sessions do what is due by now, after the time was moved, and waits for that; from no event loop.
    package func noticeTime() { running.withLock { $0?.connections }?.catchUp() }

    /// Listens no more: connections end as soon as what they are at is done, and sockets with a word to their clients.
    ///
    /// - Parameter limit: How long that may take; then what is left is cut off.
    package func stop(within limit: Duration) {
        guard let running = running.withLock({ $0.take() }) else { return }
        try? running.listener.close().wait()
        running.connections.end(within: limit)
        running.threads.stop()
        try? running.group.syncShutdownGracefully()
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ core: ServerCore, _ server: PageServer
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(
                .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1024, maximum: 65536)
            )
            .childChannelInitializer { channel in
                core.connections.add(channel)
                return channel.eventLoop.makeCompletedFuture { try ConnectionSetup.prepare(channel, core, server) }
            }
    }
}

extension ServerFailure {
    fileprivate init(_ error: any Error, host: String, port: Int) {
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE: self = .portTaken(host: host, port: port)
        case let error as IOError where error.errnoCode == EACCES: self = .portNotAllowed(host: host, port: port)
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL: self = .unknownHost(host)
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .unknownHost(host)
        default: self = .system(host: host, port: port, reason: "\(error)")
        }
    }
}
