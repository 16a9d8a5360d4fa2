import Testing

@testable import LiveProtocol

struct SetCookieHeaderTests {
    /// 1994-11-06T08:49:37Z.
    private static let date = Duration.seconds(784_111_777)

    @Test(arguments: [
        ("a=1", SetCookie("a", "1", path: nil)), (" a = 1 2 ", SetCookie("a", "1 2", path: nil)),
        ("a=", SetCookie("a", "", path: nil)), ("a=b=c", SetCookie("a", "b=c", path: nil)),
        ("a=\"q\"", SetCookie("a", "\"q\"", path: nil)), ("a=é", SetCookie("a", "é", path: nil)),
        ("a=1; Path=/x", SetCookie("a", "1", path: "/x")), ("a=1;path=x", SetCookie("a", "1", path: nil)),
        ("a=1; Path=/x; Path=/y", SetCookie("a", "1", path: "/y")), ("a=1; Path", SetCookie("a", "1", path: nil)),
        ("a=1; Domain=.Example.com", SetCookie("a", "1", domain: "example.com", path: nil)),
        ("a=1; domain=example.com", SetCookie("a", "1", domain: "example.com", path: nil)),
        ("a=1; Domain=", SetCookie("a", "1", path: nil)),
        ("a=1; Max-Age=60", SetCookie("a", "1", path: nil, lifetime: .seconds(60))),
        ("a=1; Max-Age=-5", SetCookie("a", "1", path: nil, lifetime: .zero)),
        ("a=1; Max-Age=0", SetCookie("a", "1", path: nil, lifetime: .zero)),
        ("a=1; Max-Age=5s", SetCookie("a", "1", path: nil)), ("a=1; Max-Age=", SetCookie("a", "1", path: nil)),
        ("a=1; Max-Age=-", SetCookie("a", "1", path: nil)),
        ("a=1; Max-Age=99999999999999999999", SetCookie("a", "1", path: nil, lifetime: .seconds(31_556_952_000))),
        ("a=1; Max-Age=-99999999999999999999", SetCookie("a", "1", path: nil, lifetime: .zero)),
        ("a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", SetCookie("a", "1", path: nil, expiry: date)),
        ("a=1; Expires=tomorrow", SetCookie("a", "1", path: nil)),
        ("a=1; Secure; HttpOnly", SetCookie("a", "1", path: nil, isSecure: true, isHTTPOnly: true)),
        ("a=1;secure=no;;httponly ; SameSite=Lax", SetCookie("a", "1", path: nil, isSecure: true, isHTTPOnly: true)),
    ])
    func `A header sets a cookie`(header: String, cookie: SetCookie) {
        #expect(SetCookie(header: header) == cookie)
    }

    @Test(arguments: ["", "a", "=1", " = 1; Path=/", "; a=1", "a=1\r\nX: y", "a=\u{0}", "a=\u{7F}"])
    func `What sets no cookie is none`(header: String) {
        #expect(SetCookie(header: header) == nil)
    }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "06 november 1994 08:49:37", "1994 Nov 6th 8:49:37z", "8:49:37 6 nov 94",
    ])
    func `A date is read however it is written`(text: String) {
        #expect(CookieDate(parsing: text)?.sinceEpoch == Self.date)
    }

    @Test(arguments: [
        "", "Sun, 06 Nov 1994", "06 Nov 1994 08:49", "06 Nov 1994 24:49:37", "06 Nov 1994 08:60:37",
        "06 Nov 1994 08:49:60",
        "31 Feb 1994 08:49:37", "00 Nov 1994 08:49:37", "32 Nov 1994 08:49:37", "06 Nov 1600 08:49:37",
        "06 Nox 1994 08:49:37", "06 Nov 12345 08:49:37", "123 Nov 1994 08:49:37",
    ])
    func `What is no date is none`(text: String) {
        #expect(CookieDate(parsing: text) == nil)
    }

    @Test(arguments: [("70", 1970), ("99", 1999), ("00", 2000), ("69", 2069), ("2026", 2026)])
    func `A year of two digits is one of the hundred from 1970`(digits: String, year: Int) {
        let wanted = CookieDate(parsing: "1 Jan \(year) 00:00:00")
        #expect(CookieDate(parsing: "1 Jan \(digits) 00:00:00")?.sinceEpoch == wanted?.sinceEpoch)
        #expect(wanted?.text.contains("Jan \(year) 00:00:00 GMT") == true)
    }

    @Test(arguments: [
        (SetCookie("a", "1"), "a=1; Path=/"), (SetCookie("a", "1", path: nil), "a=1"),
        (
            SetCookie(
                "a", "1", domain: "example.com", path: "/x", lifetime: .seconds(60), expiry: date, isSecure: true,
                isHTTPOnly: true),
            "a=1; Path=/x; Domain=example.com; Max-Age=60; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Secure; HttpOnly"
        ),
        (SetCookie.deletion(of: "a"), "a=; Path=/; Max-Age=0"),
        (SetCookie("a", "x; Domain=evil\r\nX: y", path: nil), "a=x%3B%20Domain=evil%0D%0AX:%20y"),
    ])
    func `A cookie is written as it is read`(cookie: SetCookie, header: String) {
        #expect(cookie.header == header)
    }

    @Test func `What is written is read again`() {
        let cookie = SetCookie(
            "_app_key", "SFMyNTY.g3QAAAA=.x-_y", domain: "example.com", path: "/a", lifetime: .seconds(5),
            isSecure: true)
        #expect(SetCookie(header: cookie.header) == cookie)
    }
}
