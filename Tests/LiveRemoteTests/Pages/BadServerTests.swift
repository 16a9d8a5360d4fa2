import LiveProtocol
import Testing

@testable import LiveRemote

/// Servers that answer badly or not at all: each leads to one sentence within its time.
struct BadServerTests {
    /// - Parameter isSilent: Whether the server is one whose answer never comes, or is never whole.
    private static func options(isSilent: Bool = false) -> RemoteOptions {
        var options = RemoteOptions()
        options.limits.answer = isSilent ? .seconds(1) : .seconds(20)
        options.limits.headers = 4096
        options.limits.page = 10_000
        return options
    }

    private static func header(_ lines: String = "", body: String = "") -> RawServer.Deed {
        .send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(lines)\r\n\(body)")
    }

    @Test(
        arguments: [
            ([], "no answer came within 1 s"), ([.close], "the server closed the connection without an answer"),
            ([.send("HTTP/1.1 200 OK\r\nContent-")], "no answer came within 1 s"),
            (
                [.send("HTTP/1.1 200 OK\r\nContent-"), .close],
                "the server closed the connection in the middle of its answer"
            ),
            ([header("Content-Length: 10\r\n", body: "half")], "the answer was not whole within 1 s"),
            (
                [header("Content-Length: 10\r\n", body: "half"), .close],
                "the server closed the connection in the middle of its answer"
            ),
            (
                [header("Transfer-Encoding: chunked\r\n", body: "5\r\nhel"), .close],
                "the server closed the connection in the middle of its answer"
            ),
            ([header("Transfer-Encoding: chunked\r\n", body: "zz\r\n")], "what answers there does not speak HTTP"),
            ([.send("SSH-2.0-OpenSSH_9.2\r\n")], "what answers there does not speak HTTP"),
            ([.send("\u{0}\u{1}\u{2}\u{FF}")], "what answers there does not speak HTTP"),
            ([.send("HTTP/2.0 200 OK\r\n\r\n")], "what answers there does not speak HTTP"),
            (
                [.send("HTTP/1.1 200 OK\r\n"), .flood(Array("X-A: b\r\n".utf8))],
                "the headers of the answer are larger than 4 KiB"
            ),
            (
                [.send("HTTP/1.1 200 OK\r\nX: "), .flood(Array(repeating: 0x61, count: 1000))],
                "the headers of the answer are larger than 4 KiB"
            ),
            ([header("Content-Length: 10001\r\n")], "the page is larger than 9 KiB"),
            ([header("Content-Length: 99999999999999999999\r\n")], "what answers there does not speak HTTP"),
            ([header(), .flood(Array(repeating: 0x61, count: 1000))], "the page is larger than 9 KiB"),
            ([.send("HTTP/1.1 100 Continue\r\n\r\n")], "no answer came within 1 s"),
            (
                [header("Content-Encoding: br\r\nContent-Length: 1\r\n", body: "x")],
                "the page is packed as \"br\", expected \"gzip\" or \"deflate\""
            ),
            ([header("Content-Encoding: gzip\r\nContent-Length: 1\r\n", body: "x")], "the page is packed, and damaged"),
            (
                [header("Content-Encoding: gzip, gzip, gzip\r\nContent-Length: 1\r\n", body: "x")],
                "the page is packed as \"3 times\", expected \"gzip\" or \"deflate\""
            ),
        ] as [([RawServer.Deed], String)])
    func `What a server does wrong is one sentence`(deeds: [RawServer.Deed], words: String) throws {
        let server = try RawServer(deeds)
        let start = ContinuousClock.now
        let host = RemoteHost(options: Self.options(isSilent: words.hasSuffix(" within 1 s")))
        let failure = try host.request(PageRequest(origin: server.origin, url: "/")).failure()
        #expect(failure == "\(server.origin): \(words)")
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func `A small answer that unpacks to a large one is not taken`() throws {
        // 12,000 blanks.
        let packed: [UInt8] = [
            0x78, 0xDA, 0xED, 0xC1, 0x31, 0x01, 0, 0, 0, 0xC2, 0xA0, 0x2A, 0xEB, 0x9F, 0xD2, 0x18, 0x3E, 0x40, 0x01, 0,
            0,
            0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0xDF, 0x00, 0x69, 0x71, 0xDC, 0x4C,
        ]
        let server = try RecordedServer(
            RecordedServer.Script(page: { _ in
                RecordedServer.Page(
                    headers: [("Content-Type", "text/html"), ("Content-Encoding", "deflate")], bytes: packed)
            }))
        let failure = try RemoteHost(options: Self.options()).request(PageRequest(origin: server.origin, url: "/"))
            .failure()
        #expect(failure == "\(server.origin): the page is larger than 9 KiB")
    }

    @Test func `Where nobody listens is told with the port`() throws {
        let server = try RawServer([])
        let port = server.port
        try server.stop()
        let page = RemoteHost().request(PageRequest(origin: "http://127.0.0.1:\(port)", url: "/"))
        #expect(
            try page.failure()
                == "http://127.0.0.1:\(port): nobody listens at port \(port), start the server or give its port")
    }

    @Test func `A name that nobody has is told`() throws {
        let page = RemoteHost().request(PageRequest(origin: "http://no.such.host.invalid", url: "/"))
        #expect(try page.failure() == "http://no.such.host.invalid: there is no host of the name no.such.host.invalid")
    }

    @Test func `What is no address of a server is told`() throws {
        let failure = try RemoteHost().request(PageRequest(origin: "mailto:", url: "a@b")).failure()
        #expect(failure == "mailto:: not the address of a server, expected one such as http://127.0.0.1:4000")
    }

    @Test(.enabled(if: !Dialer.isAbleToProtect, "built with TLS"))
    func `Without TLS its command is told`() throws {
        let failure = try RemoteHost().request(PageRequest(origin: "https://127.0.0.1", url: "/")).failure()
        #expect(
            failure == "https://127.0.0.1: https is not built in, build it with "
                + "`swift build --product viewfinder-web --traits TLS`")
    }
}
