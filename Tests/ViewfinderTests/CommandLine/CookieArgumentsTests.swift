import LiveClient
import LiveProtocol
import Testing

@testable import Viewfinder

struct CookieArgumentsTests {
    @Test func `Cookies of a browser's export are read field by field`() throws {
        let file = """
            # Netscape HTTP Cookie File

            .example.org\tTRUE\t/shop\tFALSE\t1999999999\ta\t1
            #HttpOnly_app.example.org\tFALSE\t/\tTRUE\t0\t_key\tx=y
            """
        #expect(
            try CookieArguments.cookies(inFile: file) == [
                InitialCookie(
                    cookie: SetCookie("a", "1", domain: "example.org", path: "/shop", expiry: .seconds(1_999_999_999)),
                    origin: "https://example.org"),
                InitialCookie(
                    cookie: SetCookie("_key", "x=y", isSecure: true, isHTTPOnly: true),
                    origin: "https://app.example.org"),
            ])
    }

    @Test(arguments: ["a=b", "x\tTRUE\t/\tFALSE\tsoon\ta\tb", "x\tTRUE\t/\tFALSE\t0\t\tb", "{\"name\": 1}"])
    func `A line that is none is named with its number`(line: String) {
        #expect(throws: CookieArguments.Problem(line: 2, text: line)) {
            try CookieArguments.cookies(inFile: "# comment\n\(line)\n")
        }
    }

    @Test(arguments: [("a=b", "a", "b"), ("a=b=c", "a", "b=c"), ("a=", "a", "")])
    func `A single cookie is a name and a value`(text: String, name: String, value: String) {
        #expect(
            CookieArguments.cookie(text, for: "http://a:1")
                == InitialCookie(cookie: SetCookie(name, value), origin: "http://a:1"))
    }

    @Test(arguments: ["a", "=b", ""])
    func `What has no name or no value is no cookie`(text: String) {
        #expect(CookieArguments.cookie(text, for: "http://a") == nil)
    }
}
