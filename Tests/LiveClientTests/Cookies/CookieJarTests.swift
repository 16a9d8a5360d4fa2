import LiveProtocol
import Testing

@testable import LiveClient

struct CookieJarTests {
    private static let page = PageURL(origin: "http://app.example.org:4000", path: "/shop/cart")

    /// What a request for an address carries after a page has set a cookie.
    private func sent(_ cookie: SetCookie, from page: PageURL = page, to address: String, after time: Duration = .zero)
        -> String?
    {
        var jar = CookieJar()
        jar.keep(cookie, from: page, at: .seconds(100))
        return jar.values(for: page.resolve(address), at: .seconds(100) + time)[cookie.name]
    }

    @Test(arguments: [
        (nil as String?, "http://app.example.org:4000/", true),
        (nil, "http://app.example.org/", true),
        (nil, "http://sub.app.example.org/", false),
        ("example.org", "http://example.org/", true),
        (".example.org", "http://other.example.org/", true),
        ("example.org", "http://badexample.org/", false),
        ("app.example.org", "http://example.org/", false),
        ("other.org", "http://other.org/", false),
        ("org", "http://other.org/", false),
    ])
    func `A cookie goes to the host that set it, and to those of its domain`(
        domain: String?, address: String, isSent: Bool
    ) {
        #expect((sent(SetCookie("a", "1", domain: domain), to: address) != nil) == isSent)
    }

    @Test(arguments: [
        ("/", "/x", true), ("/shop", "/shop", true), ("/shop", "/shop/cart", true), ("/shop", "/shopping", false),
        ("/shop/", "/shop/x", true), ("/shop/", "/shop", false), (nil as String?, "/shop/other", true),
        (nil, "/", false),
        ("relative", "/shop/x", true),
    ])
    func `A cookie goes to its path and below`(path: String?, address: String, isSent: Bool) {
        #expect((sent(SetCookie("a", "1", path: path), to: address) != nil) == isSent)
    }

    @Test func `A number has nothing below it`() {
        let page = PageURL(origin: "http://127.0.0.1:4000")
        #expect(sent(SetCookie("a", "1", domain: "0.0.1"), from: page, to: "http://127.0.0.1/") == nil)
        #expect(sent(SetCookie("a", "1", domain: "127.0.0.1"), from: page, to: "http://127.0.0.1/") == "1")
    }

    @Test func `A protected cookie needs a protected page and goes to none other`() {
        let secure = PageURL(origin: "https://app.example.org")
        let cookie = SetCookie("a", "1", isSecure: true)
        #expect(sent(cookie, to: "/") == nil)
        #expect(sent(cookie, from: secure, to: "https://app.example.org/") == "1")
        #expect(sent(cookie, from: secure, to: "http://app.example.org/") == nil)
        #expect(sent(SetCookie("__Host-a", "1", path: "/shop", isSecure: true), from: secure, to: "/shop") == nil)
        #expect(sent(SetCookie("__Secure-a", "1"), from: secure, to: "/") == nil)
    }

    @Test func `A cookie ends with its lifetime, which counts before its date`() {
        let cookie = SetCookie("a", "1", lifetime: .seconds(60), expiry: .seconds(1))
        #expect(sent(cookie, to: "/", after: .seconds(59)) == "1")
        #expect(sent(cookie, to: "/", after: .seconds(60)) == nil)
        #expect(sent(SetCookie("a", "1", expiry: .seconds(99)), to: "/") == nil)
    }

    @Test func `Setting again replaces, and a lifetime of nothing deletes`() {
        var jar = CookieJar()
        jar.keep([SetCookie("a", "1"), SetCookie("b", "2"), SetCookie("a", "3")], from: Self.page, at: .zero)
        #expect(jar.values(for: Self.page, at: .zero) == ["a": "3", "b": "2"])
        jar.keep(.deletion(of: "a"), from: Self.page, at: .zero)
        #expect(jar.values(for: Self.page, at: .zero) == ["b": "2"])
    }

    @Test func `Of one name the longest path comes first`() {
        var jar = CookieJar()
        jar.keep([SetCookie("a", "all"), SetCookie("a", "shop", path: "/shop")], from: Self.page, at: .zero)
        #expect(jar.values(for: Self.page, at: .zero) == ["a": "shop"])
    }

    @Test func `One server cannot fill the memory`() {
        var jar = CookieJar()
        for number in 0..<1_000 { jar.keep(SetCookie("c\(number)", "x"), from: Self.page, at: .zero) }
        jar.keep(SetCookie("long", String(repeating: "x", count: 5_000)), from: Self.page, at: .zero)
        let names = jar.values(for: Self.page, at: .zero).keys
        #expect(names.count == 180)
        #expect(names.last == "c999")
    }
}
