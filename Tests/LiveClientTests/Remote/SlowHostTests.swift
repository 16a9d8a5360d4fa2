import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

/// A server whose answers take time.
struct SlowHostTests {
    private let host = SlowHost()
    private let clock = VirtualClock()
    private let client: LiveClient

    init() {
        var settings = ClientSettings()
        settings.origin = "http://127.0.0.1:4000"
        settings.asksQuestions = true
        client = LiveClient(host: host, clock: clock, settings: settings)
    }

    private static let page = PageResponse(
        html: """
            <html><head><meta name="csrf-token" content="T1"><title>Home</title>\
            <script>let s = new LiveSocket('/socket/live', Socket)</script></head>\
            <body><div id="v1" data-phx-main data-phx-session="S"><p>dead</p></div></body></html>
            """)

    private static let joined = Reply.joined(
        JoinReply(rendered: Diff(root: NodeDiff(statics: .pieces(Statics(["<p>live</p>"]))))))

    private func openPage() {
        client.open("/")
        client.settle()
        host.answer(Self.page)
        client.settle()
    }

    private func advance(_ time: Duration) {
        let end = clock.now + time
        client.settle()
        while clock.runNext(until: end) { client.settle() }
        client.settle()
    }

    private var transport: SlowTransport { host.transports[host.transports.count - 1] }

    private var text: String { client.document.textContent(of: client.document.root).trimmed }

    @Test func `The page before stays until the next one is there`() {
        openPage()
        client.open("/next")
        client.settle()
        #expect(client.loadingAddress == "http://127.0.0.1:4000/next")
        #expect(client.title == "Home")
        #expect(!client.isIdle)
        host.answer(PageResponse(status: 404, html: "<title>Nothing here</title>"))
        client.settle()
        #expect(client.title == "Nothing here")
        #expect(client.status == 404)
        #expect(client.loadingAddress == nil)
    }

    @Test func `A page that cannot be had is told of, and the page before goes on`() throws {
        openPage()
        transport.state = .open
        transport.reply(Self.joined)
        client.settle()
        client.open("/next")
        host.requests.last?.page.answer(.failed(SlowHost.Failure(description: "nobody listens there")))
        client.settle()
        #expect(client.diagnostics.map(\.message) == ["nobody listens there"])
        client.pushEvent("again")
        #expect(transport.sent.last.map { frame in if case .event = frame.message { true } else { false } } == true)
    }

    @Test func `The later of two requests counts`() {
        client.open("/a")
        client.open("/b")
        client.settle()
        host.requests[0].page.answer(.response(PageResponse(html: "<title>A</title>")))
        client.settle()
        #expect(client.title == "")
        host.requests[1].page.answer(.response(PageResponse(html: "<title>B</title>")))
        client.settle()
        #expect(client.title == "B")
    }

    @Test func `Stopping keeps the page`() {
        openPage()
        client.open("/next")
        client.settle()
        client.stopLoading()
        host.answer(PageResponse(html: "<title>Late</title>"))
        client.settle()
        #expect(client.title == "Home")
    }

    @Test(arguments: [
        (301, "GET", nil as String?), (302, "GET", nil), (303, "GET", nil), (307, "POST", "a=1"), (308, "POST", "a=1"),
    ])
    func `A redirect keeps the method and the form where HTTP says so`(status: Int, method: String, body: String?) {
        client.leave(
            for: PageLoad(url: PageURL(origin: "http://127.0.0.1:4000"), method: "POST", body: "a=1", history: .push))
        client.settle()
        host.answer(PageResponse(status: status, location: "/next", cookies: [SetCookie("s", "1")]))
        client.settle()
        let request = host.requests[host.requests.count - 1].request
        #expect(
            request
                == PageRequest(
                    method: method, origin: "http://127.0.0.1:4000", url: "/next", body: body, cookies: ["s": "1"]))
    }

    @Test func `Redirects without end are told of`() {
        client.open("/")
        for _ in 0..<30 {
            client.settle()
            host.answer(PageResponse(status: 302, location: "/"))
        }
        client.settle()
        #expect(host.requests.count == 21)
        #expect(client.diagnostics.map(\.message) == ["the page redirects without end, last to http://127.0.0.1:4000/"])
    }

    @Test func `A redirect to another host asks first`() {
        host.origins = ["http://other"]
        openPage()
        client.open("/away")
        client.settle()
        host.answer(PageResponse(status: 302, location: "http://other/x"))
        client.settle()
        #expect(client.question == "This leads to another host, http://other. Go there?")
        #expect(host.requests.count == 2)
        client.answer(true)
        client.settle()
        #expect(host.requests.last?.request == PageRequest(origin: "http://other", url: "/x"))
    }

    @Test func `The connection is asked for with what the page says`() {
        openPage()
        #expect(
            host.connects == [
                ConnectRequest(
                    origin: "http://127.0.0.1:4000", params: ["_csrf_token": "T1"], socketPath: "/socket/live")
            ])
        guard case .join(let join) = transport.sent.first?.message else { return #expect(Bool(false)) }
        #expect(join.params["_csrf_token"] == "T1")
    }

    @Test func `A connection that never opens is tried again, ever more slowly`() {
        openPage()
        transport.state = .closed(code: nil, reason: "connection refused")
        client.settle()
        #expect(client.isConnectionLost)
        #expect(client.diagnostics.map(\.message) == ["the connection is lost: connection refused"])
        advance(.milliseconds(10))
        #expect(host.transports.count == 2)
        transport.state = .closed(code: nil, reason: "connection refused")
        advance(.milliseconds(49))
        #expect(host.transports.count == 2)
        advance(.milliseconds(1))
        #expect(host.transports.count == 3)
        transport.state = .open
        client.settle()
        #expect(!client.isConnectionLost)
        transport.reply(Self.joined)
        client.settle()
        #expect(text.contains("live"))
    }

    @Test func `Tokens that the server does not know load the page anew, once at once`() {
        openPage()
        transport.state = .open
        transport.reply(.refused(.stale))
        client.settle()
        #expect(host.requests.count == 2)
        host.answer(Self.page)
        client.settle()
        transport.state = .open
        transport.reply(.refused(.stale))
        client.settle()
        #expect(host.requests.count == 2)
        #expect(text.contains("dead"))
    }

    @Test func `A server that closes instead of answering joins has the page loaded anew`() {
        openPage()
        for _ in 0..<2 {
            transport.state = .open
            client.settle()
            transport.state = .closed(code: 1006, reason: "")
            client.settle()
            advance(.milliseconds(60))
        }
        #expect(host.requests.count == 2)
    }

    @Test func `A server that closes for good has the page loaded anew after a while`() {
        openPage()
        transport.state = .open
        transport.reply(Self.joined)
        client.settle()
        transport.state = .closed(code: 1000, reason: "")
        client.settle()
        advance(.seconds(7))
        #expect(host.requests.count == 1)
        advance(.seconds(1))
        #expect(host.requests.count == 2)
        #expect(host.transports.count == 1)
    }

    @Test func `What is unknown is told once, and what cannot be read each time`() {
        openPage()
        transport.state = .open
        for message in [ServerMessage.unknown("shout"), .unknown("shout"), .unreadable("it is no JSON")] {
            transport.incoming.append(
                ServerFrame(joinReference: nil, reference: nil, topic: "lv:v1", message: message))
        }
        client.settle()
        #expect(
            client.diagnostics.map(\.message) == [
                "the server sent \"shout\", which no live view's client knows; it is ignored",
                "the server sent something that cannot be read: it is no JSON",
            ])
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
