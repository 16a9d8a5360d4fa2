import Testing

@testable import LiveRemote

struct RemoteFailureTests {
    @Test(arguments: [
        (
            RemoteFailure.Problem.noAddress,
            "not the address of a server, expected one such as http://127.0.0.1:4000"
        ),
        (
            .noHeader("a b"), "the header \"a b\" cannot be sent, expected a name of letters and a value of one line"
        ),
        (
            .noProtection, "https is not built in, build it with `swift build --product viewfinder-web --traits TLS`"
        ),
        (.unknownHost("nowhere"), "there is no host of the name nowhere"),
        (.nobodyListens(port: 4000), "nobody listens at port 4000, start the server or give its port"),
        (.slowConnection(.seconds(5)), "connecting took longer than 5 s"),
        (.untrustedCertificate, "the server's certificate is none that this machine trusts"),
        (.foreignCertificate, "the server's certificate is for another host"),
        (.noTLS, "what answers there does not speak TLS, try http"),
        (.unreachable(reason: "no way leads there"), "the server cannot be reached, no way leads there"),
        (.slowAnswer(.milliseconds(1500)), "no answer came within 1500 ms"),
        (.unfinishedAnswer(.seconds(10)), "the answer was not whole within 10 s"),
        (.noAnswer, "the server closed the connection without an answer"),
        (.cutShort, "the server closed the connection in the middle of its answer"),
        (.noHTTP, "what answers there does not speak HTTP"),
        (.headersTooLarge(limit: 256 << 10), "the headers of the answer are larger than 256 KiB"),
        (.pageTooLarge(limit: 32 << 20), "the page is larger than 32 MiB"),
        (.unknownPacking("br"), "the page is packed as \"br\", expected \"gzip\" or \"deflate\""),
        (.damagedPacking, "the page is packed, and damaged"),
        (
            .socketRefused(status: 403, path: "/live/websocket"),
            "the server refused the socket at /live/websocket with status 403, which may not allow this origin, or has its socket elsewhere: see `--socket`"
        ),
        (
            .socketRefused(status: 404, path: "/live/websocket"),
            "the server refused the socket at /live/websocket with status 404, its path may be another one: see "
                + "`--socket`"
        ),
        (.socketRefused(status: 500, path: "/s"), "the server refused the socket at /s with status 500"),
        (.noSocket, "what answers there does not speak WebSocket"),
        (.socketClosed(code: 1001, reason: "bye"), "the server closed the socket with code 1001, bye"),
        (.socketLost, "the server closed the socket without a word"),
        (.messageTooLarge(limit: 100), "the server sent a message that is larger than 100 bytes"),
        (.brokenRules, "the server sent something that breaks the rules of WebSocket"),
        (.silentHeart(.seconds(30)), "the server gave no sign of life for 30 s"),
        (.tooMuchUnsent(limit: 1 << 20), "the server does not take what is sent, of which 1 MiB wait"),
    ])
    func `A failure is one sentence with the place first`(problem: RemoteFailure.Problem, words: String) {
        #expect("\(RemoteFailure("http://127.0.0.1:4000", problem))" == "http://127.0.0.1:4000: \(words)")
    }

    @Test func `Nothing from outside controls a terminal`() {
        let failure = RemoteFailure(
            "http://\u{1B}[2J", .socketClosed(code: 1000, reason: "a\u{1B}]0;x\u{7}\n\u{9B}31m\u{202E}b"))
        #expect(
            "\(failure)" == "http://\u{FFFD}[2J: the server closed the socket with code 1000, "
                + "a\u{FFFD}]0;x\u{FFFD}\u{FFFD}\u{FFFD}31m\u{FFFD}b")
        let long = RemoteFailure("http://h", .unknownPacking(String(repeating: "x", count: 100_000)))
        #expect("\(long)".utf8.count < 300)
    }
}
