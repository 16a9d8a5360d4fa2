import NIOCore
import NIOPosix

/// A client that sends what it is told, byte for byte, and gives what comes.
actor RawClient {
    struct Response {
        var status: Int
        /// By name in lower case, in order.
        var headers: [(name: String, value: String)]
        var body: String

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

        /// The cookies that it sets, as a request sends them back.
        var cookies: String {
            headers.filter { $0.name == "set-cookie" }.map { String($0.value.prefix { $0 != ";" }) }
                .joined(separator: "; ")
        }
    }

    struct Frame {
        var opcode: UInt8
        var payload: [UInt8]

        var text: String { String(decoding: payload, as: UTF8.self) }
        /// The code of a frame that ends the socket.
        var closeCode: Int? {
            opcode == 8 && payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        let chunks: AsyncStream<[UInt8]>.Continuation

        init(_ chunks: AsyncStream<[UInt8]>.Continuation) { self.chunks = chunks }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            chunks.yield(Array(Self.unwrapInboundIn(data).readableBytesView))
        }

        func channelInactive(context: ChannelHandlerContext) { chunks.finish() }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }

    private let channel: any Channel
    private let chunks: AsyncStream<[UInt8]>
    private var buffer: [UInt8] = []

    private init(_ channel: any Channel, _ chunks: AsyncStream<[UInt8]>) {
        self.channel = channel
        self.chunks = chunks
    }

    deinit { channel.close(promise: nil) }

    static func connect(to port: Int) async throws -> RawClient {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(continuation))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawClient(channel, stream)
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    func close() async { try? await channel.close() }

    /// Reads no more until told.
    func setReading(_ reads: Bool) async throws { try await channel.setOption(.autoRead, value: reads).get() }

    // MARK: HTTP

    func request(_ target: String) async throws -> Response? { try await request("GET", target) }

    func request(
        _ method: String, _ target: String, headers: [String] = [], body: String = ""
    ) async throws -> Response? {
        var lines = ["\(method) \(target) HTTP/1.1"] + headers
        if !headers.contains(where: { $0.lowercased().hasPrefix("host:") }) { lines.append("Host: localhost") }
        if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
        // A server that turns a client away may have done so by now: its answer counts, not that nothing can be sent.
        try? await send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        return await response(hasBody: method != "HEAD")
    }

    /// The next answer; nil when the server closes before one is whole.
    func response(hasBody: Bool = true) async -> Response? {
        var end = Self.endOfHead(buffer)
        while end == nil {
            guard await fill() else { return nil }
            end = Self.endOfHead(buffer)
        }
        guard let end else { return nil }
        var lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
        buffer.removeFirst(end + 4)
        let status = lines.removeFirst().split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let headers = lines.map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (name: parts[0].lowercased(), value: parts.count > 1 ? String(parts[1].dropFirst()) : "")
        }
        var response = Response(status: status, headers: headers, body: "")
        let length = hasBody ? response.header("content-length").flatMap { Int($0) } ?? 0 : 0
        while buffer.count < length {
            guard await fill() else { return nil }
        }
        response.body = String(decoding: buffer[..<length], as: UTF8.self)
        buffer.removeFirst(length)
        return response
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    // MARK: WebSocket

    func open(_ target: String, headers: [String] = []) async throws -> Response? {
        try await request(
            "GET", target,
            headers: headers + [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ])
    }

    func sendFrame(opcode: UInt8 = 1, _ payload: [UInt8], isFinal: Bool = true, isMasked: Bool = true) async throws {
        try await send(Self.frame(opcode: opcode, payload, isFinal: isFinal, isMasked: isMasked))
    }

    func sendFrame(_ text: String) async throws { try await sendFrame(Array(text.utf8)) }

    static func frame(
        opcode: UInt8 = 1, _ payload: [UInt8], isFinal: Bool = true, isMasked: Bool = true
    ) -> [UInt8] {
        var bytes: [UInt8] = [(isFinal ? 0x80 : 0) | opcode]
        let mask: UInt8 = isMasked ? 0x80 : 0
        switch payload.count {
        case ..<126: bytes.append(mask | UInt8(payload.count))
        case ..<65536: bytes += [mask | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        default: bytes += [mask | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - $0 * 8)) }
        }
        let key: [UInt8] = [7, 11, 13, 17]
        if isMasked { bytes += key }
        return bytes + payload.enumerated().map { isMasked ? $1 ^ key[$0 % 4] : $1 }
    }

    /// The next frame; nil when the server has closed.
    func frame() async -> Frame? {
        guard await fill(to: 2) else { return nil }
        var (length, start) = (Int(buffer[1] & 127), 2)
        if length == 126 {
            guard await fill(to: 4) else { return nil }
            (length, start) = (Int(buffer[2]) << 8 | Int(buffer[3]), 4)
        } else if length == 127 {
            guard await fill(to: 10) else { return nil }
            (length, start) = (buffer[2..<10].reduce(0) { $0 << 8 | Int($1) }, 10)
        }
        guard await fill(to: start + length) else { return nil }
        let frame = Frame(opcode: buffer[0] & 15, payload: Array(buffer[start..<start + length]))
        buffer.removeFirst(start + length)
        return frame
    }

    /// Waits until the server closes.
    ///
    /// - Returns: The code with which it did, if any.
    func closeCode() async -> Int? {
        var code: Int?
        while let frame = await frame() { code = frame.closeCode ?? code }
        return code
    }

    private func fill(to count: Int) async -> Bool {
        while buffer.count < count {
            guard await fill() else { return false }
        }
        return true
    }

    private func fill() async -> Bool {
        for await chunk in chunks {
            buffer += chunk
            return true
        }
        return false
    }
}
