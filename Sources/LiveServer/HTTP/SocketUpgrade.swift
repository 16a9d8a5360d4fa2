import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Makes a WebSocket of the connection of a request that may open one.
enum SocketUpgrade {
    /// - Parameter address: Where the client is.
    static func make(_ core: ServerCore, from address: String) -> NIOWebSocketServerUpgrader {
        NIOWebSocketServerUpgrader(
            maxFrameSize: core.limits.frame, automaticErrorHandling: false,
            shouldUpgrade: { channel, head in
                let isAllowed = head.method == .GET && opening(head, from: address, core) != nil
                return channel.eventLoop.makeSucceededFuture(isAllowed ? answer(to: head) : nil)
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    guard let opening = opening(head, from: address, core) else {
                        throw NIOWebSocketUpgradeError.unsupportedWebSocketTarget
                    }
                    pipeline.removeHandler(try pipeline.handler(type: HTTPHandler.self), promise: nil)
                    try pipeline.addHandler(SocketHandler(core, opening))
                }
            })
    }

    /// What the answer says besides that a socket is opened. A client that offers names for what it speaks expects one of
    /// them (RFC 6455, section 4.1).
    private static func answer(to head: HTTPRequestHead) -> HTTPHeaders {
        let offers = head.headers[canonicalForm: "sec-websocket-protocol"].contains("phoenix")
        return offers ? ["Sec-WebSocket-Protocol": "phoenix"] : [:]
    }

    /// What is to be opened; nil when the request is answered as others are, and told there why nothing is.
    private static func opening(_ head: HTTPRequestHead, from address: String, _ core: ServerCore) -> SocketOpening? {
        let request = ServerRequest(head: head, address: address)
        guard request.path == SocketOpening.path else { return nil }
        return try? SocketOpening(request, core)
    }
}
