import Testing

@testable import LiveRemote

struct RemoteAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:4000", false, "127.0.0.1", 4000, "127.0.0.1:4000"),
        ("http://localhost", false, "localhost", 80, "localhost"),
        ("https://Example.COM", true, "example.com", 443, "example.com"),
        ("HTTPS://example.com:8443", true, "example.com", 8443, "example.com:8443"),
        ("http://[::1]:4000", false, "::1", 4000, "[::1]:4000"),
        ("http://[fe80::1]", false, "fe80::1", 80, "[fe80::1]"),
    ])
    func `An origin tells where a server is`(
        origin: String, isProtected: Bool, host: String, port: Int, authority: String
    ) throws {
        let address = try RemoteAddress(origin: origin)
        #expect(address.isProtected == isProtected)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.authority == authority)
        #expect(address.origin == origin)
    }

    @Test(arguments: [
        "", "localhost", "localhost:4000", "ftp://localhost", "http://", "http://:4000", "http://host:",
        "http://host:0",
        "http://host:65536", "http://host:four", "http://host:+80", "http://user:word@host", "http://a b",
        "http://host\r\nX: y", "http://[::1", "http://[::1]4000", "http://[host]", "http://host/path",
        "http://höst",
    ])
    func `What is no origin is told as such`(origin: String) {
        let failure = #expect(throws: RemoteFailure.self) { try RemoteAddress(origin: origin) }
        #expect(failure?.problem == .noAddress)
    }

    @Test func `Only what can be spoken is reached`() {
        let host = RemoteHost()
        #expect(host.reaches(origin: "http://example.com"))
        #expect(!host.reaches(origin: "mailto:"))
        #expect(host.reaches(origin: "https://example.com") == Dialer.isAbleToProtect)
    }
}
