import Testing

@testable import LiveServer

@Suite("Hosts and origins")
struct HostRulesTests {
    @Test(
        arguments: [
            ("localhost", true), ("localhost:4000", true), ("LOCALHOST:1", true), ("127.0.0.1:4000", true),
            ("[::1]:4000", true),
            ("views.example", true), ("VIEWS.example:80", true), ("10.0.0.5", false), ("evil.example", false),
            ("localhost.evil.example", false), ("localhost:port", false), ("localhost:99999", false), ("", false),
            (":80", false),
            ("[::1", false), ("evil.example:4000", false), ("127.0.0.1.evil.example", false),
        ] as [(String, Bool)])
    func `A server answers to its own names`(host: String, isKnown: Bool) {
        #expect(HostRules(host: "127.0.0.1", names: ["views.example"]).isKnown(host: host) == isKnown)
    }

    @Test(
        arguments: [
            ("10.0.0.5:4000", true), ("[fe80::1]", true), ("localhost", true), ("evil.example", false),
            ("10.0.0.5.example", false),
            ("10.0.0", false), ("1.2.3.400", false),
        ] as [(String, Bool)])
    func `One that listens everywhere answers to any address, and to no other name`(host: String, isKnown: Bool) {
        #expect(HostRules(host: "0.0.0.0", names: []).isKnown(host: host) == isKnown)
    }

    @Test func `A request without a name is for nobody`() {
        #expect(!HostRules(host: "127.0.0.1", names: []).isKnown(host: nil))
    }

    private static let origins: [(origin: String?, host: String?, isOwn: Bool)] = [
        (nil, "localhost:4000", true), ("http://localhost:4000", "localhost:4000", true),
        ("HTTP://LocalHost:4000", "localhost:4000", true), ("http://views.example", "views.example:80", true),
        ("https://views.example", "views.example:443", true), ("https://views.example", "views.example", true),
        ("http://[::1]:4000", "[::1]:4000", true), ("http://localhost:4001", "localhost:4000", false),
        ("http://127.0.0.1:4000", "localhost:4000", false), ("https://views.example", "views.example:80", false),
        ("http://evil.example", "localhost:4000", false), ("null", "localhost:4000", false),
        ("file://", "localhost:4000", false), ("http://localhost:4000", nil, false), ("", "localhost", false),
        ("http://localhost:4000.evil.example", "localhost:4000", false),
    ]

    @Test(arguments: origins)
    func `A socket is opened by pages of the same host and port, and by programs`(
        origin: String?, host: String?, isOwn: Bool
    ) {
        #expect(HostRules.isOwn(origin: origin, host: host) == isOwn)
    }
}
