import LiveEngine
import LiveProtocol
import NIOCore
import Synchronization
import Testing

@testable import LiveServer

/// Tokens, cookies and pages that are not what they say; each is refused and counted, and who is honest notices nothing.
@Suite("Forged and foreign tokens", .timeLimit(.minutes(20)))
struct TokenAttackTests {
    private static let stale: JSONValue = ["reason": "stale"]

    /// Runs an attack beside an honest page, which must be as before.
    private func withHonestPage(
        now: @escaping @Sendable () -> Duration = { .seconds(1_800_000_000) },
        _ attack: (LiveServer, RawPage.Tokens) async throws -> Void
    ) async throws {
        var options = ServerOptions()
        options.metrics = true
        try await withServer(options: options, now: now) { server in
            let honest = try await RawPage.open(on: server)
            try await honest.join()
            try await attack(server, honest.tokens)
            #expect(try await honest.click("inc") == ["diff": ["0": "1"]])
            let figures = try await RawClient.connect(to: server.address.port).request("/metrics")?.body
            #expect(figures?.contains("refused_total{reason=\"foreign_token\"} 0\n") == false)
        }
    }

    @Test func `The token of another page opens no view here`() async throws {
        try await withHonestPage { server, other in
            let page = try await RawPage.open(on: server)
            #expect(try await page.join(session: other.session) == Self.stale)
            #expect(try await page.join(topic: other.topic) == Self.stale)
            // With its own it is welcome still.
            #expect(try await page.join()?["rendered"] != nil)
        }
    }

    @Test(arguments: ["", "x", "session.default", "phx-main:default"])
    func `A token that was made up, or has a byte changed, opens no view`(forged: String) async throws {
        try await withHonestPage { server, _ in
            let page = try await RawPage.open(on: server)
            #expect(try await page.join(session: forged) == Self.stale)
            #expect(try await page.join(session: page.tokens.session + forged + "A") == Self.stale)
            #expect(try await page.join(session: String(page.tokens.session.dropLast())) == Self.stale)
            #expect(try await page.join(session: page.tokens.csrf) == Self.stale)
        }
    }

    @Test func `A token of another server opens no view`() async throws {
        try await withHonestPage { server, _ in
            let foreign = try await withServer { try await RawPage.open(on: $0).tokens }
            let page = try await RawPage.open(on: server)
            #expect(try await page.join(topic: foreign.topic, session: foreign.session) == Self.stale)
        }
    }

    @Test func `A token that is too old opens no view`() async throws {
        let days = Mutex(0)
        try await withHonestPage(now: { .seconds(1_800_000_000 + days.withLock { $0 } * 86_400) }) { server, _ in
            let page = try await RawPage.open(on: server)
            days.withLock { $0 = 15 }
            #expect(try await page.join() == Self.stale)
        }
    }

    @Test func `A socket without the page's token, or with that of another visitor, joins nothing`() async throws {
        try await withHonestPage { server, other in
            let page = try await RawPage.open(on: server)
            for (token, cookies) in [
                ("", page.tokens.cookies), (page.tokens.csrf, ""), (page.tokens.csrf, other.cookies),
                (other.csrf, page.tokens.cookies), (page.tokens.session, page.tokens.cookies),
            ] {
                let client = try await RawClient.connect(to: server.address.port)
                let target = "/live/websocket?vsn=2.0.0&_csrf_token=\(token)"
                #expect(try await client.open(target, headers: ["Cookie: \(cookies)"])?.status == 101)
                try await client.sendFrame(
                    """
                    ["1","1","\(page.tokens.topic)","phx_join",{"url":"http://localhost/","params":{},\
                    "session":"\(page.tokens.session)","static":null}]
                    """)
                #expect(await client.frame()?.text.contains(#"{"reason":"stale"}"#) == true)
            }
        }
    }

    @Test(
        arguments: [
            ["Host: localhost", "Origin: http://evil.example"], ["Host: localhost:1", "Origin: http://localhost:2"],
            ["Host: evil.example"], ["Host: evil.example", "Origin: http://evil.example"],
            ["Host: localhost", "Origin: null"],
        ] as [[String]])
    func `Pages of other servers open no socket, and no name leads here that is not the server's`(
        headers: [String]
    ) async throws {
        var options = ServerOptions()
        options.metrics = true
        try await withServer(options: options) { server in
            let port = server.address.port
            let client = try await RawClient.connect(to: port)
            #expect(try await client.open("/live/websocket?vsn=2.0.0", headers: headers)?.status == 403)
            let figures = try await RawClient.connect(to: port).request("/metrics")?.body ?? ""
            let count = ["foreign_origin", "foreign_host"].count { figures.contains("{reason=\"\($0)\"} 1\n") }
            #expect(count == 1)
        }
    }
}
