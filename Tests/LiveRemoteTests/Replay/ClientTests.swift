import HTMLTree
import LiveProtocol
import LiveRemote
import Synchronization
import Testing

@testable import LiveClient

/// A client and a server that fails it, over real connections.
struct ClientTests {
    private static let html = """
        <title>Page</title><div id="v1" data-phx-main data-phx-session="S"><p>dead</p></div>
        """

    /// Answers joins with a count of them, and all else with nothing.
    @Sendable private static func answer(_ text: String, _ peer: SocketPeer) {
        guard let asked = try? ClientFrame(parsing: text) else { return }
        let rendered = #"{"rendered":{"s":["<input name='a'><button phx-click='go'>Go</button>"]}}"#
        let response: String
        if case .join = asked.message { response = rendered } else { response = "{}" }
        peer.send(
            #"["\#(asked.joinReference ?? 0)","\#(asked.reference)","lv:v1","phx_reply",{"status":"ok","response":\#(response)}]"#
        )
    }

    private final class Person {
        let client: LiveClient
        let clock = VirtualClock()
        let waiting = Waiting()

        init(at origin: String, limits: RemoteLimits = RemoteLimits()) {
            var settings = ClientSettings()
            settings.origin = origin
            var options = RemoteOptions()
            options.limits = limits
            client = LiveClient(host: RemoteHost(options: options), clock: clock, settings: settings)
            client.onActivity = waiting.ring
        }

        /// Waits until something is so, while the time goes on.
        func wait(_ isDone: () -> Bool) {
            let isSo = waiting.until {
                _ = clock.runNext(until: clock.now + .milliseconds(5))
                client.settle()
                return isDone()
            }
            #expect(isSo, "\(client.diagnostics.map(\.message))")
        }

        var isJoined: Bool { client.views.main?.state == .joined }

        func element(_ selector: String) throws -> NodeID {
            try #require(client.document.first(try Selector(selector), below: client.document.root))
        }
    }

    @Test func `A server that goes and comes back is found again`() throws {
        let script = RecordedServer.Script(
            page: { _ in RecordedServer.Page(Self.html) }, received: Self.answer)
        var server: RecordedServer? = try RecordedServer(script)
        let port = try #require(server?.port)
        let person = Person(at: "http://127.0.0.1:\(port)")
        person.client.open("/")
        person.wait { person.isJoined }
        person.client.input("typed", into: try person.element("input"))
        server?.stop()
        for peer in server?.peers ?? [] { peer.drop() }
        server = nil
        person.wait { person.client.isConnectionLost }
        // The page stays as it was, and tells of it.
        #expect(person.client.document.textContent(of: person.client.document.root).contains("Go"))
        server = try RecordedServer(script, port: port)
        person.wait { !person.client.isConnectionLost && person.isJoined }
        #expect(server?.asked.map { $0.url.prefix(15) } == ["/live/websocket"])
    }

    @Test func `A click on a page whose server does not answer keeps nobody waiting`() throws {
        let isSilent = Mutex(false)
        let server = try RecordedServer(
            RecordedServer.Script(
                page: { _ in RecordedServer.Page(Self.html) },
                received: { text, peer in
                    if !isSilent.withLock({ $0 }) { Self.answer(text, peer) }
                }))
        let person = Person(at: server.origin)
        person.client.open("/")
        person.wait { person.isJoined }
        isSilent.withLock { $0 = true }
        let start = ContinuousClock.now
        person.client.dispatchClick(try person.element("button"))
        person.client.input("typed", into: try person.element("input"))
        person.client.settle()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(!person.client.isIdle)
    }

    @Test func `A page that cannot be had leaves the one that is there`() throws {
        let server = try RecordedServer(
            RecordedServer.Script(
                page: { asked in
                    asked.url == "/"
                        ? RecordedServer.Page(Self.html)
                        : RecordedServer.Page(headers: [("Content-Encoding", "br")], "x")
                }, received: Self.answer))
        let person = Person(at: server.origin)
        person.client.open("/")
        person.wait { person.isJoined }
        person.client.open("/next")
        person.wait { person.client.loadingAddress == nil }
        #expect(
            person.client.diagnostics.map(\.message)
                == ["\(server.origin): the page is packed as \"br\", expected \"gzip\" or \"deflate\""])
        #expect(person.client.title == "Page")
        person.client.dispatchClick(try person.element("button"))
        person.wait { person.client.isIdle }
        #expect(server.texts.last?.contains("\"go\"") == true)
    }

    @Test func `A server that closes instead of answering is told of, and joined again`() throws {
        let server = try RecordedServer(
            RecordedServer.Script(
                page: { _ in RecordedServer.Page(Self.html) },
                received: { text, peer in
                    guard let asked = try? ClientFrame(parsing: text) else { return }
                    if case .event = asked.message {
                        peer.close(.unexpectedServerError)
                    } else {
                        Self.answer(text, peer)
                    }
                }))
        let person = Person(at: server.origin)
        person.client.open("/")
        person.wait { person.isJoined }
        person.client.dispatchClick(try person.element("button"))
        person.wait { server.peers.count == 2 && person.isJoined }
        #expect(
            person.client.diagnostics.map(\.message) == [
                "the connection is lost: \(server.origin): the server closed the socket with code 1011"
            ])
    }

    @Test func `What a server may cost is bounded while nobody takes it`() throws {
        var limits = RemoteLimits()
        limits.message = 10_000
        let server = try RecordedServer(
            RecordedServer.Script(
                page: { _ in RecordedServer.Page(Self.html) },
                received: { text, peer in
                    Self.answer(text, peer)
                    peer.send(String(repeating: "[", count: 10_001))
                }))
        let person = Person(at: server.origin, limits: limits)
        person.client.open("/")
        person.wait { !person.client.diagnostics.isEmpty }
        #expect(
            person.client.diagnostics.first?.message
                == "the connection is lost: \(server.origin): the server sent a message that is larger than 9 KiB")
    }
}
