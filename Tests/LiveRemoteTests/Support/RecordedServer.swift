import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// A server that speaks HTTP and WebSocket as it should, and says what the test wants; it notes what it is asked.
final class RecordedServer: Sendable {
    /// A request for a page or a socket.
    struct Asked: Sendable {
        var method: String
        var url: String
        var headers: HTTPHeaders
        var body = ""
    }

    struct Page: Sendable {
        var status = 200
        var headers: [(String, String)] = [("Content-Type", "text/html; charset=utf-8")]
        var body: [UInt8] = []

        init(status: Int = 200, headers: [(String, String)]? = nil, _ text: String) {
            self.init(status: status, headers: headers, bytes: Array(text.utf8))
        }

        init(status: Int = 200, headers: [(String, String)]? = nil, bytes: [UInt8]) {
            self.status = status
            if let headers { self.headers = headers }
            body = bytes
        }
    }

    /// What the test does about pages and sockets; called on the server's thread.
    struct Script: Sendable {
        var page: @Sendable (Asked) -> Page = { _ in Page("") }
        var opened: @Sendable (SocketPeer) -> Void = { _ in }
        var received: @Sendable (String, SocketPeer) -> Void = { _, _ in }
    }

    fileprivate struct Notes {
        var asked: [Asked] = []
        var peers: [SocketPeer] = []
        var texts: [String] = []
        var binaries: [[UInt8]] = []
        var others: [WebSocketFrame] = []
        /// How many sockets are over.
        var ends = 0
    }

    private let channel: any Channel
    private let notes: Notebook

    init(_ script: Script, host: String = "127.0.0.1", port: Int = 0) throws {
        let notes = Notebook()
        self.notes = notes
        channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                let upgrader = NIOWebSocketServerUpgrader(
                    maxFrameSize: 1 << 24,
                    shouldUpgrade: { channel, head in
                        notes.add(Asked(method: head.method.rawValue, url: head.uri, headers: head.headers))
                        return channel.eventLoop.makeSucceededFuture([:])
                    },
                    upgradePipelineHandler: { channel, _ in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(SocketScript(script, notes))
                        }
                    })
                return channel.eventLoop.makeCompletedFuture {
                    let pages = PageScript(script, notes)
                    let pagesBound = NIOLoopBound(pages, eventLoop: channel.eventLoop)
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(
                        withServerUpgrade: (
                            upgraders: [upgrader],
                            completionHandler: {
                                $0.pipeline.syncOperations.removeHandler(pagesBound.value, promise: nil)
                            }
                        ))
                    try pipeline.addHandler(pages)
                }
            }
            .bind(host: host, port: port).wait()
    }

    deinit { stop() }

    /// Takes no more connections; those that there are go on.
    func stop() { channel.close(promise: nil) }

    var port: Int { channel.localAddress?.port ?? 0 }
    var origin: String { "http://127.0.0.1:\(port)" }

    var asked: [Asked] { notes.contents.withLock { $0.asked } }
    var peers: [SocketPeer] { notes.contents.withLock { $0.peers } }
    var texts: [String] { notes.contents.withLock { $0.texts } }
    var binaries: [[UInt8]] { notes.contents.withLock { $0.binaries } }
    var others: [WebSocketFrame] { notes.contents.withLock { $0.others } }
    var ends: Int { notes.contents.withLock { $0.ends } }

    fileprivate final class Notebook: Sendable {
        let contents = Mutex(Notes())

        func add(_ asked: Asked) { contents.withLock { $0.asked.append(asked) } }
    }
}

/// The server's end of a socket.
struct SocketPeer: Sendable {
    fileprivate let channel: any Channel

    func send(_ text: String) { send(WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))) }

    func send(_ frame: WebSocketFrame) { channel.writeAndFlush(frame, promise: nil) }

    /// Says goodbye.
    func close(_ code: WebSocketErrorCode, _ reason: String = "") {
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        data.writeString(reason)
        send(WebSocketFrame(fin: true, opcode: .connectionClose, data: data))
    }

    /// Closes the connection without a word.
    func drop() { channel.close(promise: nil) }

    /// Whether the client takes what is sent.
    var isWritable: Bool { channel.isWritable }
}

private final class PageScript: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: RecordedServer.Script
    private let notes: RecordedServer.Notebook
    private var asked: RecordedServer.Asked?

    init(_ script: RecordedServer.Script, _ notes: RecordedServer.Notebook) {
        self.script = script
        self.notes = notes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            asked = RecordedServer.Asked(method: head.method.rawValue, url: head.uri, headers: head.headers)
        case .body(let part): asked?.body += String(buffer: part)
        case .end:
            guard let asked else { return }
            notes.add(asked)
            let page = script.page(asked)
            var headers = HTTPHeaders(page.headers)
            headers.add(name: "Content-Length", value: String(page.body.count))
            headers.add(name: "Connection", value: "close")
            let head = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(statusCode: page.status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: page.body)))), promise: nil)
            let channel = context.channel
            context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

private final class SocketScript: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame

    private let script: RecordedServer.Script
    private let notes: RecordedServer.Notebook

    init(_ script: RecordedServer.Script, _ notes: RecordedServer.Notebook) {
        self.script = script
        self.notes = notes
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let peer = SocketPeer(channel: context.channel)
        notes.contents.withLock { $0.peers.append(peer) }
        script.opened(peer)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        switch frame.opcode {
        case .text where frame.maskKey != nil:
            let text = String(buffer: frame.unmaskedData)
            notes.contents.withLock { $0.texts.append(text) }
            script.received(text, SocketPeer(channel: context.channel))
        case .binary where frame.maskKey != nil:
            notes.contents.withLock { $0.binaries.append(Array(frame.unmaskedData.readableBytesView)) }
        default:
            notes.contents.withLock { $0.others.append(frame) }
            if frame.opcode == .connectionClose { context.close(promise: nil) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) { notes.contents.withLock { $0.ends += 1 } }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
