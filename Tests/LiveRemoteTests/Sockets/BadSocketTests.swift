import LiveProtocol
import NIOCore
import NIOWebSocket
import Testing

@testable import LiveRemote

/// Servers that have no socket, or break its rules.
struct BadSocketTests {
    /// - Parameter isSilent: Whether the server is one whose answer never comes.
    private static func options(isSilent: Bool) -> RemoteOptions {
        var options = RemoteOptions()
        options.limits.answer = isSilent ? .milliseconds(300) : .seconds(20)
        options.limits.headers = 4096
        return options
    }

    private static let empty = "Content-Length: 0\r\n\r\n"
    private static let upgrade = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n"

    @Test(
        arguments: [
            ([], "no answer came within 300 ms"), ([.close], "the server closed the connection without an answer"),
            (
                [.send("HTTP/1.1 403 Forbidden\r\n" + empty)],
                "the server refused the socket at /live/websocket with status 403, which may not allow this origin, or has its socket elsewhere: see `--socket`"
            ),
            (
                [.send("HTTP/1.1 404 Not Found\r\n" + empty)],
                "the server refused the socket at /live/websocket with status 404, its path may be another one: see "
                    + "`--socket`"
            ),
            (
                [.send("HTTP/1.1 200 OK\r\n" + empty)],
                "the server refused the socket at /live/websocket with status 200"
            ),
            (
                [.send("HTTP/1.1 302 Found\r\nLocation: /\r\n" + empty)],
                "the server refused the socket at /live/websocket with status 302"
            ),
            ([.send(upgrade + "\r\n")], "what answers there does not speak WebSocket"),
            ([.send(upgrade + "Sec-WebSocket-Accept: AAAA\r\n\r\n")], "what answers there does not speak WebSocket"),
            ([.send("HTTP/1.1 101 S"), .close], "the server closed the connection in the middle of its answer"),
            ([.send("SSH-2.0-OpenSSH_9.2\r\n")], "what answers there does not speak HTTP"),
            (
                [.send("HTTP/1.1 101 X\r\n"), .flood(Array("X-A: b\r\n".utf8))],
                "the headers of the answer are larger than 4 KiB"
            ),
        ] as [([RawServer.Deed], String)])
    func `A socket that is none is one sentence`(deeds: [RawServer.Deed], words: String) throws {
        let server = try RawServer(deeds)
        let start = ContinuousClock.now
        let options = Self.options(isSilent: deeds.isEmpty)
        let transport = RemoteHost(options: options).connect(ConnectRequest(origin: server.origin))
        #expect(transport.end() == .closed(code: nil, reason: "\(server.origin): \(words)"))
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func `Where nobody listens is told with the port`() throws {
        let server = try RawServer([])
        let port = server.port
        try server.stop()
        let transport = RemoteHost().connect(ConnectRequest(origin: "http://127.0.0.1:\(port)"))
        transport.send(ClientFrame(joinReference: nil, reference: 1, topic: "lv:a", message: .leave))
        let reason = "http://127.0.0.1:\(port): nobody listens at port \(port), start the server or give its port"
        #expect(transport.end() == .closed(code: nil, reason: reason))
    }

    @Test func `What is no address is told at once`() {
        let transport = RemoteHost().connect(ConnectRequest(origin: "nowhere"))
        let reason = "nowhere: not the address of a server, expected one such as http://127.0.0.1:4000"
        #expect(transport.state == .closed(code: nil, reason: reason))
    }

    @Test(arguments: [
        WebSocketFrame(fin: true, rsv1: true, opcode: .text, data: ByteBuffer(string: "[]")),
        WebSocketFrame(fin: true, opcode: WebSocketOpcode(encodedWebSocketOpcode: 3)!, data: ByteBuffer()),
        WebSocketFrame(fin: true, opcode: .continuation, data: ByteBuffer(string: "x")),
        WebSocketFrame(fin: false, opcode: .ping, data: ByteBuffer()),
        WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(repeating: 0, count: 126)),
    ])
    func `A frame against the rules ends the connection`(frame: WebSocketFrame) throws {
        let server = try RecordedServer(RecordedServer.Script(opened: { $0.send(frame) }))
        let transport = RemoteHost().connect(ConnectRequest(origin: server.origin))
        let reason = "\(server.origin): the server sent something that breaks the rules of WebSocket"
        #expect(transport.end() == .closed(code: 1006, reason: reason))
        #expect(Waiting().until { server.ends == 1 })
        #expect(server.others.map(\.opcode) == [.connectionClose])
    }

    @Test func `A new message within an unfinished one ends the connection`() throws {
        let server = try RecordedServer(
            RecordedServer.Script(opened: { peer in
                for _ in 0..<2 { peer.send(WebSocketFrame(fin: false, opcode: .text, data: ByteBuffer(string: "x"))) }
            }))
        let transport = RemoteHost().connect(ConnectRequest(origin: server.origin))
        let reason = "\(server.origin): the server sent something that breaks the rules of WebSocket"
        #expect(transport.end() == .closed(code: 1006, reason: reason))
    }
}
