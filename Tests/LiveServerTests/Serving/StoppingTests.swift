import LiveEngine
import Testing

@testable import LiveServer

@Suite("The life of a server", .timeLimit(.minutes(20)))
struct StoppingTests {
    @Test func `A server that stops says so to its sockets, and their views end`() async throws {
        let book = RoomView.Book()
        try await withServer(Routes([Route("/") { RoomView(book: book) }])) { server in
            let page = try await RawPage.open(on: server)
            try await page.join("/?name=ann")
            let code = Task { await page.client.closeCode() }
            server.stop(within: .seconds(5))
            #expect(book.left == ["ann"])
            #expect(await code.value == 1001)
            await #expect(throws: (any Error).self) { try await RawClient.connect(to: server.address.port) }
        }
    }

    @Test func `A view that does not come to its end holds up the stop for so long only`() async throws {
        let gate = BlockingView.Gate()
        try await withServer(Routes([Route("/") { BlockingView(gate: gate) }])) { server in
            let page = try await RawPage.open(on: server)
            try await page.join()
            try await page.push("pass")
            let begin = ContinuousClock.now
            server.stop(within: .milliseconds(100))
            #expect(begin.duration(to: .now) < .seconds(20))
            gate.open()
        }
    }

    @Test func `A stopped server can be started again, with pages of before`() async throws {
        var options = ServerOptions()
        options.secret = [UInt8](repeating: 3, count: 32)
        try await withServer(options: options) { server in
            let page = try await RawPage.open(on: server)
            server.stop(within: .seconds(5))
            try server.start()
            let client = try await RawClient.connect(to: server.address.port)
            let opened = try await client.open(
                "/live/websocket?vsn=2.0.0&_csrf_token=\(page.tokens.csrf)", headers: ["Cookie: \(page.tokens.cookies)"]
            )
            #expect(opened?.status == 101)
            try await client.sendFrame(
                """
                ["1","1","\(page.tokens.topic)","phx_join",{"url":"http://localhost/","params":{},\
                "session":"\(page.tokens.session)","static":null}]
                """)
            #expect(await client.frame()?.text.contains("\"status\":\"ok\"") == true)
        }
    }

    @Test func `What keeps a server from starting is told in words`() async throws {
        try await withServer { server in
            let port = server.address.port
            var options = ServerOptions()
            options.port = port
            let other = LiveServer(routes: Routes([]), options: options, now: { .zero })
            let taken = #expect(throws: ServerFailure.self) { try other.start() }
            #expect(taken == .portTaken(host: "127.0.0.1", port: port))
            #expect(
                taken?.description == """
                    127.0.0.1:\(port): another program listens there; end it, or choose another port, such as \
                    --port \(port + 1)
                    """)
        }
        for (change, failure): (@Sendable (inout ServerOptions) -> Void, ServerFailure) in [
            ({ $0.secret = [1, 2, 3] }, .shortSecret(bytes: 3)), ({ $0.port = 65536 }, .portOutOfRange(65536)),
            ({ $0.port = -1 }, .portOutOfRange(-1)), ({ $0.host = "192.0.2.1" }, .unknownHost("192.0.2.1")),
            ({ $0.host = "no.such.host.invalid" }, .unknownHost("no.such.host.invalid")),
            ({ $0.clientFolder = "/nowhere" }, .noClientFolder("/nowhere")),
        ] {
            var options = ServerOptions()
            options.port = 0
            change(&options)
            let server = LiveServer(routes: Routes([]), options: options, now: { .zero })
            #expect(throws: failure) { try server.start() }
        }
    }
}
