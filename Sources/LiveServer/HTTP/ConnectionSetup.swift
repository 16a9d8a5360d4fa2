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
