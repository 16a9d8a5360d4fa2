import LiveProtocol
import NIOHTTP1
import Testing

@testable import LiveRemote

/// Pages over real connections.
struct PageFetchTests {
    private typealias Page = RecordedServer.Page

    private static func fetch(_ page: RecordedServer.Page, url: String = "/") throws -> PageResponse {
        let server = try RecordedServer(RecordedServer.Script(page: { _ in page }))
        return try RemoteHost().request(PageRequest(origin: server.origin, url: url)).page()
    }

    @Test func `A page is asked for as a browser does`() throws {
        let server = try RecordedServer(RecordedServer.Script(page: { _ in Page("<p>Hello</p>") }))
        var options = RemoteOptions()
        options.headers = [("Authorization", "Bearer x"), ("accept", "text/html"), ("Cookie", "c=3")]
        let host = RemoteHost(options: options)
        let page = try host.request(
            PageRequest(origin: server.origin, url: "/a b/ü?q=\"1\"&r=[2]", cookies: ["a": "1", "b": "2"])
        ).page()
        #expect(page == PageResponse(html: "<p>Hello</p>"))
        let asked = try #require(server.asked.first)
        #expect(asked.method == "GET")
        #expect(asked.url == "/a%20b/%C3%BC?q=%221%22&r=[2]")
        #expect(asked.headers["Host"] == ["127.0.0.1:\(server.port)"])
        #expect(asked.headers["User-Agent"] == ["Viewfinder"])
        #expect(asked.headers["Accept"] == ["text/html"])
        #expect(asked.headers["Accept-Encoding"] == ["gzip, deflate"])
        #expect(asked.headers["Authorization"] == ["Bearer x"])
        #expect(asked.headers["Cookie"] == ["a=1; b=2; c=3"])
        #expect(asked.headers["Origin"] == [])
    }

    @Test func `A form is posted`() throws {
        let server = try RecordedServer(RecordedServer.Script(page: { _ in Page("") }))
        _ = try RemoteHost().request(
            PageRequest(method: "POST", origin: server.origin, url: "/login", body: "name=%C3%A9&word=a+b")
        ).page()
        let asked = try #require(server.asked.first)
        #expect(asked.method == "POST")
        #expect(asked.body == "name=%C3%A9&word=a+b")
        #expect(asked.headers["Content-Type"] == ["application/x-www-form-urlencoded"])
        #expect(asked.headers["Content-Length"] == ["20"])
        #expect(asked.headers["Origin"] == [server.origin])
    }

    @Test func `What is added goes to the server that is asked first, and to no other`() throws {
        let first = try RecordedServer(RecordedServer.Script())
        let second = try RecordedServer(RecordedServer.Script(), host: "127.0.0.2")
        var options = RemoteOptions()
        options.headers = [("X-Key", "secret")]
        let host = RemoteHost(options: options)
        _ = try host.request(PageRequest(origin: first.origin, url: "/")).page()
        _ = try host.request(PageRequest(origin: "http://127.0.0.2:\(second.port)", url: "/")).page()
        _ = try host.request(PageRequest(origin: first.origin, url: "/again")).page()
        #expect(first.asked.map { $0.headers["X-Key"] } == [["secret"], ["secret"]])
        #expect(second.asked.map { $0.headers["X-Key"] } == [[]])
    }

    @Test(arguments: [("a b", "x"), ("X-A", "x\r\nX-B: y"), ("", "x"), ("X-A:", "x"), ("X-A", "\u{7F}")])
    func `A header that would be none is told of`(name: String, value: String) throws {
        var options = RemoteOptions()
        options.headers = [(name, value)]
        let failure = try RemoteHost(options: options).request(PageRequest(origin: "http://127.0.0.1", url: "/"))
            .failure()
        #expect(failure.contains("cannot be sent"))
    }

    @Test func `Cookies that would be headers are not sent`() throws {
        let server = try RecordedServer(RecordedServer.Script())
        _ = try RemoteHost().request(
            PageRequest(origin: server.origin, url: "/", cookies: ["a": "1\r\nX: y", "b": "2"])
        ).page()
        #expect(server.asked.first?.headers["Cookie"] == ["b=2"])
        #expect(server.asked.first?.headers["X"] == [])
    }

    @Test func `An answer has its status, its cookies and its text`() throws {
        let page = try Self.fetch(
            Page(
                status: 404,
                headers: [
                    ("Content-Type", "text/html"), ("Set-Cookie", "a=1; Path=/x"), ("set-cookie", "b=2; Secure"),
                    ("Set-Cookie", "no cookie"),
                ],
                "<h1>Not here \u{1B}[2J</h1>"))
        #expect(page.status == 404)
        #expect(page.html == "<h1>Not here \u{1B}[2J</h1>")
        #expect(page.cookies == [SetCookie("a", "1", path: "/x"), SetCookie("b", "2", path: nil, isSecure: true)])
        #expect(page.location == nil)
    }

    @Test(arguments: [
        (301, true), (302, true), (303, true), (307, true), (308, true), (200, false), (201, false), (300, false),
        (305, false), (404, false),
    ])
    func `Only some statuses lead elsewhere`(status: Int, leads: Bool) throws {
        let page = try Self.fetch(Page(status: status, headers: [("Location", "/next")], "<p>moved</p>"))
        #expect(page.location == (leads ? "/next" : nil))
        #expect(page.status == status)
    }

    @Test(arguments: [
        ("text/plain", "a <b> & c", "<!DOCTYPE html><pre>\na &lt;b&gt; &amp; c</pre>"),
        ("application/json", "{\"a\": \"<\"}", "<!DOCTYPE html><pre>\n{\"a\": \"&lt;\"}</pre>"),
        ("text/css", "p > a { color: red }", "p > a { color: red }"), ("text/css", "", ""),
        ("text/html; charset=iso-8859-1", "<p>x", "<p>x"),
        (
            "image/png", "12345",
            "<!DOCTYPE html><title>No page</title><main><h1>This is not a page</h1>"
                + "<p>What the server sent is image/png, 5 bytes, and cannot be shown here.</p></main>"
        ),
        (
            "a/<b>", "1",
            "<!DOCTYPE html><title>No page</title><main><h1>This is not a page</h1>"
                + "<p>What the server sent is a/&lt;b&gt;, 1 bytes, and cannot be shown here.</p></main>"
        ),
        (
            "text/html", "",
            "<!DOCTYPE html><title>200 OK</title><main><h1>200 OK</h1><p>The server sent nothing to show.</p></main>"
        ),
    ])
    func `What comes is shown as what it is`(type: String, body: String, html: String) throws {
        let page = try Self.fetch(Page(headers: [("Content-Type", type)], body))
        #expect(page.html == html)
        #expect(page.contentType == String(type.prefix { $0 != ";" }))
    }

    @Test(arguments: [(500, "500 Internal Server Error"), (599, "599")])
    func `A status without a page is shown`(status: Int, words: String) throws {
        let page = try Self.fetch(Page(status: status, ""))
        #expect(page.status == status)
        #expect(page.html.contains("<h1>\(words)</h1>"))
    }

    @Test(arguments: [
        ("gzip", "1f8b0800000000000203cb48cdc9c957c8402701e3513d8d17000000"),
        ("deflate", "789ccb48cdc9c957c8402701680308b1"), ("deflate", "cb48cdc9c957c8402701"),
        ("identity, X-GZIP", "1f8b0800000000000203cb48cdc9c957c8402701e3513d8d17000000"),
    ])
    func `A packed page is unpacked`(packing: String, packed: String) throws {
        let digits = packed.utf8.compactMap(\.hexDigitValue)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        let page = try Self.fetch(
            Page(headers: [("Content-Type", "text/html"), ("Content-Encoding", packing)], bytes: bytes))
        #expect(page.html == "hello hello hello hello")
    }

    @Test func `A page comes in chunks, and what follows it is not of it`() throws {
        let server = try RawServer([
            .send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"),
            .send("Transfer-Encoding: chunked\r\n\r\n5\r\nhel"),
            .send("lo\r\n6;x=y\r\n world\r\n0\r\nX: y\r\n\r\nmore"),
        ])
        let page = try RemoteHost().request(PageRequest(origin: server.origin, url: "/")).page()
        #expect(page.html == "hello world")
    }

    @Test func `A page without a length ends with the connection`() throws {
        let server = try RawServer([.send("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>all"), .close])
        #expect(try RemoteHost().request(PageRequest(origin: server.origin, url: "/")).page().html == "<p>all")
    }

    @Test func `A page that nobody wants any more is not waited for`() throws {
        let server = try RawServer([])
        let page = RemoteHost().request(PageRequest(origin: server.origin, url: "/"))
        page.cancel()
        #expect(page.answer == nil)
    }

    @Test func `A server at an address of IPv6 is reached`() throws {
        // Not every machine has such addresses.
        guard let server = try? RecordedServer(RecordedServer.Script(page: { _ in Page("<p>six") }), host: "::1") else {
            return
        }
        let page = try RemoteHost().request(PageRequest(origin: "http://[::1]:\(server.port)", url: "/")).page()
        #expect(page.html == "<p>six")
        #expect(server.asked.first?.headers["Host"] == ["[::1]:\(server.port)"])
    }

    @Test func `A server with a name is reached`() throws {
        let server = try RecordedServer(RecordedServer.Script(page: { _ in Page("<p>named") }))
        let page = try RemoteHost().request(PageRequest(origin: "http://localhost:\(server.port)", url: "/")).page()
        #expect(page.html == "<p>named")
    }
}
