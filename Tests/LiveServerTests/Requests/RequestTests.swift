import LiveEngine
import Testing

@testable import LiveServer

@Suite("Requests", .timeLimit(.minutes(20)))
struct RequestTests {
    private func withClient(
        _ options: ServerOptions = ServerOptions(), _ body: (RawClient, LiveServer) async throws -> Void
    ) async throws {
        try await withServer(options: options) { server in
            try await body(try await RawClient.connect(to: server.address.port), server)
        }
    }

    @Test func `A page comes with its headers, a token and a cookie to which that belongs`() async throws {
        try await withClient { client, _ in
            let response = try #require(try await client.request("/"))
            #expect(response.status == 200)
            #expect(response.header("content-type") == "text/html; charset=utf-8")
            #expect(response.header("x-content-type-options") == "nosniff")
            #expect(response.header("referrer-policy") == "same-origin")
            #expect(response.header("cache-control") == "no-store")
            let cookie = try #require(response.header("set-cookie"))
            #expect(cookie.hasPrefix("_viewfinder_0="))
            #expect(cookie.hasSuffix("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax"))
            #expect(response.body.contains("<meta name=\"csrf-token\" content=\""))
            #expect(response.body.contains("<script defer src=\"/viewfinder/client/boot.js\"></script>"))
        }
    }

    @Test func `Who has the cookie gets no other, and pages of one connection are pages of their own`() async throws {
        try await withClient { client, _ in
            let first = try #require(try await client.request("/"))
            let second = try #require(try await client.request("GET", "/", headers: ["Cookie: a=b; \(first.cookies)"]))
            #expect(second.header("set-cookie") == nil)
            let tokens = (RawPage.Tokens(first), RawPage.Tokens(second))
            #expect(tokens.0?.id != nil && tokens.0?.id != tokens.1?.id)
            let forged = try #require(try await client.request("GET", "/", headers: ["Cookie: \(first.cookies)x"]))
            #expect(forged.header("set-cookie") != nil)
        }
    }

    @Test func `Requests that are sent together are answered in order`() async throws {
        try await withClient { client, _ in
            try await client.send(
                "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nHEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(await client.response()?.status == 404)
            let head = await client.response(hasBody: false)
            #expect(head?.status == 200 && head?.header("content-length") != "0")
            let last = await client.response()
            #expect(last?.status == 200 && last?.header("connection") == "close")
            #expect(await client.response() == nil)
        }
    }

    private static let refused: [(method: String, target: String, headers: [String], body: String, status: Int)] = [
        ("GET", "/nowhere", [], "", 404), ("POST", "/", [], "a=b", 405), ("PUT", "/", [], "", 405),
        ("DELETE", "/", [], "", 405), ("OPTIONS", "/", [], "", 405), ("GET", "/%2e%2e/%00", [], "", 404),
        ("POST", "/viewfinder/client/boot.js", [], "", 405), ("GET", "/metrics", [], "", 404),
        ("GET", "/live/websocket?vsn=2.0.0", [], "", 400), ("GET", "/live/websocket?vsn=1.0.0", [], "", 400),
        ("GET", "/live/longpoll", [], "", 404), ("GET", "/", ["Host: evil.example"], "", 403),
        ("GET", "/live/websocket?vsn=2.0.0", ["Host: localhost", "Origin: http://evil.example"], "", 403),
        ("GET", "/", ["Host: localhost", "Host: localhost"], "", 403),
    ]

    @Test(arguments: refused)
    func `What is not there, not allowed or not understood is told by its status`(
        method: String, target: String, headers: [String], body: String, status: Int
    ) async throws {
        try await withClient { client, _ in
            let response = try await client.request(method, target, headers: headers, body: body)
            #expect(response?.status == status)
            #expect(response?.body.isEmpty == false)
            // The connection is as good as before.
            #expect(try await client.request("/")?.status == 200)
        }
    }

    /// A request that is not taken.
    struct Malformed: CustomTestStringConvertible {
        var testDescription: String
        var request: String
        var status: Int

        init(_ description: String, _ request: String, _ status: Int) {
            testDescription = description
            self.request = request
            self.status = status
        }
    }

    private static let malformed = [
        Malformed("a blank in a name", "GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n", 400),
        Malformed("one word", "NONSENSE\r\n\r\n", 400), Malformed("HTTP 9.9", "GET / HTTP/9.9\r\n\r\n", 400),
        Malformed("TLS", "\u{16}\u{3}\u{1}\u{0}hello\r\n\r\n", 400),
        Malformed("two lengths", "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n", 400),
        Malformed("less than nothing", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        Malformed(
            "a long address", "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        Malformed("a long header", "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n", 431),
        Malformed("many headers", "GET / HTTP/1.1\r\n\(String(repeating: "X: y\r\n", count: 200))\r\n", 431),
        Malformed("a large body", "POST / HTTP/1.1\r\nContent-Length: 2000000\r\n\r\nabc", 413),
        Malformed(
            "a large body in pieces",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "20000\r\n\(String(repeating: "a", count: 0x20000))\r\n", count: 2), 413),
    ]

    @Test(arguments: malformed)
    func `A request that is malformed or too large is told so, and its connection closed`(
        _ malformed: Malformed
    ) async throws {
        var options = ServerOptions()
        options.limits.body = 200_000
        try await withClient(options) { client, server in
            try await client.send(malformed.request)
            let response = await client.response()
            #expect(response?.status == malformed.status)
            #expect(response?.header("connection") == "close")
            #expect(await client.response() == nil)
            let other = try await RawClient.connect(to: server.address.port)
            #expect(try await other.request("/")?.status == 200)
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: local", "", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc",
    ])
    func `Who sends too slowly is told so, however much comes meanwhile`(beginning: String) async throws {
        var options = ServerOptions()
        options.limits.requestTime = .milliseconds(200)
        try await withClient(options) { client, _ in
            // It may have been told already that it is too late.
            try? await client.send(beginning)
            let slow = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: .milliseconds(50))
                    if beginning.hasPrefix("GET") { try await client.send("x") }
                }
            }
            #expect(await client.response()?.status == 408)
            slow.cancel()
        }
    }

    @Test func `A connection that says nothing between two requests is closed without a word`() async throws {
        var options = ServerOptions()
        options.limits.idleTime = .milliseconds(100)
        options.metrics = true
        try await withClient(options) { client, server in
            #expect(try await client.request("/")?.status == 200)
            #expect(await client.response() == nil)
            let figures = try await RawClient.connect(to: server.address.port).request("/metrics")
            #expect(figures?.body.contains("refused_total{reason=\"slow_request\"} 0\n") == true)
        }
    }

    @Test func `More connections from one address than there may be are turned away, and counted`() async throws {
        var options = ServerOptions()
        options.limits.connectionsPerAddress = 3
        options.metrics = true
        try await withServer(options: options) { server in
            let port = server.address.port
            var clients: [RawClient] = []
            for _ in 0..<3 {
                let client = try await RawClient.connect(to: port)
                #expect(try await client.request("/")?.status == 200)
                clients.append(client)
            }
            for _ in 0..<2 { #expect(await (try RawClient.connect(to: port)).response()?.status == 503) }
            let figures = try await clients[0].request("/metrics")?.body ?? ""
            #expect(figures.contains("viewfinder_connections_open 3\n"))
            #expect(figures.contains("viewfinder_refused_total{reason=\"too_many_connections\"} 2\n"))
            await clients[1].close()
            while try await RawClient.connect(to: port).request("/")?.status != 200 {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }
}
