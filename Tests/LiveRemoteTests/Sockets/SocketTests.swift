import LiveProtocol
import NIOCore
import NIOWebSocket
import Testing

@testable import LiveRemote

/// Sockets over real connections.
struct SocketTests {
    private typealias Script = RecordedServer.Script

    private static func frame(_ reference: Int, _ message: ClientMessage, topic: String = "lv:a") -> ClientFrame {
        ClientFrame(joinReference: 1, reference: reference, topic: topic, message: message)
    }

    private static let join = frame(1, .join(JoinRequest(address: .nested, session: "S")))
    private static let diff = #"[null,null,"lv:a","diff",{"0":"x"}]"#

    private static func connect(
        to server: RecordedServer, options: RemoteOptions = RemoteOptions()
    ) -> any Transport {
        RemoteHost(options: options).connect(ConnectRequest(origin: server.origin))
    }

    private static func wait(_ isDone: () -> Bool) {
        let isSo = Waiting().until(isDone)
        #expect(isSo)
    }

    @Sendable private static func answerHeartbeat(_ text: String, _ peer: SocketPeer) {
        let reference = text.split(separator: "\"")[1]
        peer.send(#"[null,"\#(reference)","phoenix","phx_reply",{"status":"ok","response":{}}]"#)
    }

    // MARK: Opening

    @Test func `A socket is asked for with what the page says`() throws {
        let server = try RecordedServer(Script())
        var options = RemoteOptions()
        options.headers = [("X-Key", "secret")]
        let request = ConnectRequest(
            origin: server.origin, params: ["_csrf_token": "a b&c", "x": "é"], cookies: ["s": "1"],
            socketPath: "/here/live/")
        let transport = RemoteHost(options: options).connect(request)
        #expect(transport.open())
        #expect(!transport.isWorking)
        let asked = try #require(server.asked.first)
        #expect(asked.url == "/here/live/websocket?_csrf_token=a%20b%26c&x=%C3%A9&vsn=2.0.0")
        #expect(asked.headers["Origin"] == [server.origin])
        #expect(asked.headers["Cookie"] == ["s=1"])
        #expect(asked.headers["X-Key"] == ["secret"])
        #expect(asked.headers["Sec-WebSocket-Version"] == ["13"])
    }

    @Test(arguments: [
        (nil as String?, nil as String?, "/live/websocket?vsn=2.0.0"), ("/a", "/b", "/a/websocket?vsn=2.0.0"),
        (nil, "b/", "/b/websocket?vsn=2.0.0"), ("/", nil, "/websocket?vsn=2.0.0"),
    ])
    func `The socket's path is the person's, the page's or the usual one`(
        own: String?, page: String?, url: String
    ) throws {
        let server = try RecordedServer(Script())
        var options = RemoteOptions()
        options.socketPath = own
        let transport = RemoteHost(options: options).connect(ConnectRequest(origin: server.origin, socketPath: page))
        #expect(transport.open())
        #expect(server.asked.map(\.url) == [url])
    }

    // MARK: Messages

    @Test func `What is sent before the socket is open goes in order when it is`() throws {
        let server = try RecordedServer(Script())
        let transport = Self.connect(to: server)
        for number in 1...50 {
            if number == 20 { transport.open() }
            transport.send(Self.frame(number, .livePatch(url: "/\(number)")))
        }
        Self.wait { server.texts.count == 50 }
        #expect(server.texts == (1...50).map { Self.frame($0, .livePatch(url: "/\($0)")).json })
    }

    @Test func `Chunks of files go as bytes`() throws {
        let server = try RecordedServer(Script())
        let transport = Self.connect(to: server)
        transport.send(Self.frame(2, .uploadChunk([0, 255, 1]), topic: "lvu:0"))
        Self.wait { server.binaries.count == 1 }
        #expect(
            server.binaries.first.map { try? ClientFrame(parsing: .binary($0)) }
                == Self.frame(2, .uploadChunk([0, 255, 1]), topic: "lvu:0"))
    }

    @Test func `A reply is read as the answer to what was asked`() throws {
        let server = try RecordedServer(
            Script(received: { text, peer in
                guard let asked = try? ClientFrame(parsing: text) else { return }
                let response =
                    switch asked.message {
                    case .join: #"{"rendered":{"s":["hello"]},"liveview_version":"1.2.0"}"#
                    case .componentsDestroyed: #"{"cids":[7]}"#
                    default: #"{"diff":{"0":"y"}}"#
                    }
                peer.send(#"["1","\#(asked.reference)","lv:a","phx_reply",{"status":"ok","response":\#(response)}]"#)
            }))
        let transport = Self.connect(to: server)
        transport.send(Self.join)
        transport.send(Self.frame(2, .componentsDestroyed([7])))
        transport.send(Self.frame(3, .livePatch(url: "/")))
        let replies = try (0..<3).map { _ in try transport.next() }
        #expect(replies.map(\.reference) == [1, 2, 3])
        #expect(replies.map(\.joinReference) == [1, 1, 1])
        #expect(
            replies[0].message
                == .reply(
                    .joined(
                        JoinReply(
                            rendered: Diff(root: NodeDiff(statics: .pieces(Statics(["hello"])))), version: "1.2.0"))))
        #expect(replies[1].message == .reply(.componentsDeleted([7])))
        #expect(replies[2].message == .reply(.handled(Diff(root: NodeDiff(dynamics: [0: .text("y")])))))
    }

    @Test(
        arguments: [
            (
                #"["x","y","lv:a","phx_reply",{"status":"ok","response":{}}]"#, -1 as Int?,
                ServerMessage.reply(.handled(nil))
            ),
            (#"["x",null,"lv:a","diff",{}]"#, nil, .diff(Diff())),
            (#"[null,null,"lv:a","shout",{"a":1}]"#, nil, .unknown("shout")),
            (#"["1",null,"lv:a","phx_close",{}]"#, nil, .close), (#"["1",null,"lv:a","phx_error",{}]"#, nil, .error),
        ] as [(String, Int?, ServerMessage)])
    func `What concerns nobody here is no error`(text: String, reference: Int?, message: ServerMessage) throws {
        let server = try RecordedServer(Script(opened: { $0.send(text) }))
        let frame = try Self.connect(to: server).next()
        #expect(frame.reference == reference)
        #expect(frame.topic == "lv:a")
        #expect(frame.message == message)
    }

    @Test(arguments: [
        ("hello", "at byte 0: expected a value, found `h`"), ("", "at byte 0: the text ends in the middle of a value"),
        ("[1,2]", "the message: expected a list of five, found [1,2]"),
        ("{}", "the message: expected a list, found {}"),
        (#"[1,2,3,"diff",{}]"#, "2: expected a text, found 3"), (#"[1,2,"t",4,{}]"#, "3: expected a text, found 4"),
        (#"[1,2,"t","diff",[]]"#, "4: expected an object, found []"),
        (#"[1,2,"t","phx_reply",{"status":1}]"#, "4.status: expected a text, found 1"),
        (String(repeating: "[", count: 1_000_000), "at byte 512: values are nested more than 512 deep"),
        (
            "[null,null,\"lv:a\",\"diff\"," + String(repeating: "{\"0\":", count: 500_000),
            "at byte 2580: values are nested more than 512 deep"
        ),
    ])
    func `What cannot be read says why, and the next message is read`(text: String, reason: String) throws {
        let server = try RecordedServer(
            Script(opened: { peer in
                peer.send(text)
                peer.send(Self.diff)
            }))
        let transport = Self.connect(to: server)
        #expect(try transport.next().message == .unreadable(reason))
        #expect(try transport.next().message == .diff(Diff(root: NodeDiff(dynamics: [0: .text("x")]))))
    }

    @Test(
        arguments: [
            ([], ServerMessage.unreadable("the binary frame ends before its texts do")),
            ([9], .unreadable("binary frame of kind 9: expected 0, 1 or 2")),
            ([0, 255, 255, 255], .unreadable("the binary frame ends before its texts do")),
            ([2, 1, 1, 0x74, 0x65, 7], .unknown("e")), ([0, 0, 1, 1, 0x74, 0x65], .unknown("e")),
            ([1, 1, 1, 1, 2, 0x31, 0x32, 0x74, 0x6F, 0x6B], .reply(.handled(nil))),
            ([1, 1, 1, 1, 2, 0x31, 0x32, 0x74, 0x6E, 0x6F], .reply(.failed("no"))),
        ] as [([UInt8], ServerMessage)])
    func `Bytes are read as far as they are for a client`(bytes: [UInt8], message: ServerMessage) throws {
        let server = try RecordedServer(
            Script(opened: { $0.send(WebSocketFrame(fin: true, opcode: .binary, data: ByteBuffer(bytes: bytes))) }))
        #expect(try Self.connect(to: server).next().message == message)
    }

    @Test func `A message in pieces is put together, and a ping among them is answered`() throws {
        let server = try RecordedServer(
            Script(opened: { peer in
                let bytes = Array(Self.diff.utf8)
                peer.send(WebSocketFrame(fin: false, opcode: .text, data: ByteBuffer(bytes: bytes[..<5])))
                peer.send(WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(string: "who")))
                peer.send(WebSocketFrame(fin: false, opcode: .continuation, data: ByteBuffer()))
                peer.send(WebSocketFrame(fin: true, opcode: .continuation, data: ByteBuffer(bytes: bytes[5...])))
                peer.send(WebSocketFrame(fin: true, opcode: .pong, data: ByteBuffer()))
            }))
        let transport = Self.connect(to: server)
        #expect(try transport.next().message == .diff(Diff(root: NodeDiff(dynamics: [0: .text("x")]))))
        Self.wait { server.others.count == 1 }
        #expect(server.others.first?.opcode == .pong)
        #expect(server.others.first?.maskKey != nil)
        #expect(server.others.first.map { String(buffer: $0.unmaskedData) } == "who")
    }

    // MARK: Limits

    @Test func `What is not taken is not read, and nothing of it is lost`() throws {
        let text = #"[null,null,"lv:a","diff",{"0":"\#(String(repeating: "x", count: 10_000))"}]"#
        let server = try RecordedServer(
            Script(opened: { peer in for _ in 0..<3000 { peer.send(text) } }, received: Self.answerHeartbeat))
        var options = RemoteOptions()
        options.limits.received = 100_000
        options.limits.heartbeat = .milliseconds(20)
        let transport = Self.connect(to: server, options: options)
        _ = try transport.next()
        // What the system keeps on the way is far less than all of it.
        Self.wait { server.peers.first?.isWritable == false }
        var count = 1
        while count < 3000 {
            _ = try transport.next()
            count += 1
        }
        Self.wait { server.peers.first?.isWritable == true }
        #expect(transport.receive() == nil)
        #expect(transport.state == .open)
    }

    @Test func `A server that takes nothing is given up`() throws {
        let server = try RecordedServer(Script())
        var options = RemoteOptions()
        options.limits.unsent = 1 << 20
        let transport = Self.connect(to: server, options: options)
        for number in 1...20 {
            transport.send(Self.frame(number, .uploadChunk(Array(repeating: 1, count: 100_000)), topic: "lvu:0"))
        }
        #expect(
            transport.end()
                == .closed(
                    code: 1006, reason: "\(server.origin): the server does not take what is sent, of which 1 MiB wait"))
    }

    @Test func `A message over the limit ends the connection, whole or in pieces`() throws {
        var options = RemoteOptions()
        options.limits.message = 1000
        for pieces in [1, 3] {
            let server = try RecordedServer(
                Script(opened: { peer in
                    for piece in 1...pieces {
                        let data = ByteBuffer(string: String(repeating: "x", count: 1001 / pieces + 1))
                        peer.send(
                            WebSocketFrame(fin: piece == pieces, opcode: piece == 1 ? .text : .continuation, data: data)
                        )
                    }
                }))
            let transport = Self.connect(to: server, options: options)
            #expect(
                transport.end()
                    == .closed(
                        code: 1006, reason: "\(server.origin): the server sent a message that is larger than 1000 bytes"
                    ))
            Self.wait { server.ends == 1 }
            #expect(server.others.first?.opcode == .connectionClose)
        }
    }

    // MARK: Heartbeats

    @Test func `Heartbeats are sent and their answers are kept from the client`() throws {
        let server = try RecordedServer(Script(received: Self.answerHeartbeat))
        var options = RemoteOptions()
        options.limits.heartbeat = .milliseconds(20)
        let transport = Self.connect(to: server, options: options)
        Self.wait { server.texts.count >= 3 }
        #expect(
            server.texts.prefix(2) == [
                #"[null,"hb1","phoenix","heartbeat",{}]"#, #"[null,"hb2","phoenix","heartbeat",{}]"#,
            ])
        #expect(transport.receive() == nil)
        #expect(transport.state == .open)
    }

    @Test func `A server whose heart is silent is given up`() throws {
        let server = try RecordedServer(Script())
        var options = RemoteOptions()
        options.limits.heartbeat = .milliseconds(20)
        options.limits.silence = .milliseconds(50)
        let transport = Self.connect(to: server, options: options)
        #expect(
            transport.end()
                == .closed(code: 1006, reason: "\(server.origin): the server gave no sign of life for 50 ms"))
        #expect(server.texts.count == 1)
    }

    // MARK: The end

    @Test func `A goodbye is told after all that came before it was taken`() throws {
        let server = try RecordedServer(
            Script(opened: { peer in
                peer.send(Self.diff)
                peer.send(Self.diff)
                peer.close(.goingAway, "bye\u{1B}")
            }))
        let transport = Self.connect(to: server)
        Self.wait { server.ends == 1 }
        #expect(transport.state == .open)
        _ = try transport.next()
        #expect(transport.state == .open)
        _ = try transport.next()
        #expect(
            transport.state
                == .closed(
                    code: 1001, reason: "\(server.origin): the server closed the socket with code 1001, bye\u{FFFD}"))
        #expect(server.others.map(\.opcode) == [.connectionClose])
    }

    @Test func `A goodbye without a code has one that says so`() throws {
        let server = try RecordedServer(
            Script(opened: { $0.send(WebSocketFrame(fin: true, opcode: .connectionClose, data: ByteBuffer())) }))
        #expect(
            Self.connect(to: server).end()
                == .closed(code: 1005, reason: "\(server.origin): the server closed the socket with code 1005"))
    }

    @Test func `A server that closes while a request waits is told of`() throws {
        let server = try RecordedServer(Script(received: { _, peer in peer.drop() }))
        let transport = Self.connect(to: server)
        transport.send(Self.join)
        #expect(
            transport.end()
                == .closed(code: nil, reason: "\(server.origin): the server closed the socket without a word"))
        transport.send(Self.join)
        #expect(transport.receive() == nil)
    }

    @Test func `A client that goes says goodbye, and so does one that is let go of`() throws {
        let server = try RecordedServer(Script())
        let closed = Self.connect(to: server)
        closed.open()
        closed.close()
        #expect(closed.state == .closed(code: nil, reason: ""))
        do {
            let dropped = Self.connect(to: server)
            dropped.open()
        }
        Self.wait { server.ends == 2 }
        let codes = server.others.map { frame in
            var data = frame.unmaskedData
            return data.readWebSocketErrorCode()
        }
        #expect(codes == [.normalClosure, .normalClosure])
    }

    @Test func `A client that goes before the socket is open leaves nothing open`() throws {
        let server = try RecordedServer(Script())
        let transport = Self.connect(to: server)
        transport.close()
        transport.send(Self.join)
        #expect(transport.state == .closed(code: nil, reason: ""))
        // Another one shows that the server had time to see both.
        let other = Self.connect(to: server)
        other.send(Self.join)
        Self.wait { server.texts.count == 1 }
        Self.wait { server.peers.count - server.ends == 1 }
    }
}
