import Testing

@testable import ViewfinderWeb

struct PageAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:4000/settings", "http://127.0.0.1:4000", "/settings"),
        ("127.0.0.1:4000", "http://127.0.0.1:4000", "/"),
        ("localhost:4000/a?b=c#d", "http://localhost:4000", "/a?b=c#d"),
        ("HTTPS://Example.ORG", "https://example.org", "/"),
        ("http://[::1]:4000/x", "http://[::1]:4000", "/x"),
        ("http://example.org?page=2", "http://example.org", "/?page=2"),
    ])
    func `An address is read as it is typed`(text: String, origin: String, reference: String) throws {
        let address = try PageAddress(reading: text)
        #expect(address.origin == origin)
        #expect(address.reference == reference)
    }

    @Test(arguments: [
        ("ftp://example.org/", PageAddress.Problem.scheme("ftp")), ("file:///etc/passwd", .scheme("file")),
        ("http:///settings", .host), ("", .host), ("http://user@example.org/", .host), ("http://[]:1/", .host),
        ("http://a:0/", .port("0")), ("http://a:65536/", .port("65536")), ("http://a:http/", .port("http")),
        ("http://a:/", .port("")), ("http://a b/", .blanks), ("http://a/\u{1B}[2J", .blanks),
    ])
    func `What is no address is told apart`(text: String, problem: PageAddress.Problem) {
        #expect(throws: problem) { try PageAddress(reading: text) }
    }
}
