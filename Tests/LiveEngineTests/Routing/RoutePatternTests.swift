import Markup
import Testing

@testable import LiveEngine

@Suite("Forms of paths")
struct RoutePatternTests {
    @Test(
        arguments: [
            ("/", "/", [:]),
            ("/plants", "/plants/", [:]),
            ("/plants", "/Plants", nil),
            ("/plants/:id", "/plants/7", ["id": "7"]),
            ("/plants/:id", "/plants/", nil),
            ("/plants/:id/edit", "/plants/7/edit/", ["id": "7"]),
            ("/n/:id(int)", "/n/7", ["id": "7"]),
            ("/n/:id(int)", "/n/-7", ["id": "-7"]),
            ("/n/:id(int)", "/n/+7", nil),
            ("/n/:id(int)", "/n/seven", nil),
            ("/n/:id(int)", "/n/7.0", nil),
            ("/n/:id(int)", "/n/-", nil),
            ("/n/:id(int)", "/n/99999999999999999999", nil),
            ("/n/:x(float)", "/n/1.5", ["x": "1.5"]),
            ("/n/:x(float)", "/n/-2", ["x": "-2"]),
            ("/n/:x(float)", "/n/1.", nil),
            ("/n/:x(float)", "/n/1.2.3", nil),
            ("/n/:x(float)", "/n/1e3", nil),
            ("/n/:x(float)", "/n/inf", nil),
            (
                "/u/:id(uuid)", "/u/0F8FAD5B-d9cb-469f-a165-70867728950e",
                ["id": "0F8FAD5B-d9cb-469f-a165-70867728950e"]
            ),
            ("/u/:id(uuid)", "/u/0f8fad5bd9cb469fa16570867728950e", nil),
            ("/u/:id(uuid)", "/u/0g8fad5b-d9cb-469f-a165-70867728950e", nil),
            ("/f/:rest(path)", "/f/a/b/c", ["rest": "a/b/c"]),
            ("/f/:rest(path)", "/f", nil),
            ("/f/:rest(path)/edit", "/f/a/edit/edit", ["rest": "a/edit"]),
            ("/f/:rest(path)/edit", "/f/edit", nil),
            ("/s/:name(string)", "/s/7", ["name": "7"]),
            ("/s/:name", "/s/blue%20tit%2Fred", ["name": "blue tit/red"]),
            ("/straße", "/stra%C3%9Fe", [:]),
        ] as [(String, String, [String: String]?)])
    func `a path matches a form, or does not`(_ form: String, _ path: String, _ values: [String: String]?) {
        let match = RoutePattern(form).match(Address(path).segments)
        #expect(match.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, $1) }) } == values)
    }

    struct Named: LiveView {
        struct Context: LiveContext { var name = "" }
        let name: String
        func mount(_ params: Params, _ socket: inout Socket) throws {
            socket.context.name = "\(name) \(try params.value("id", as: Int?.self).map { $0 + 1 } ?? 0)"
        }
        func render(_ context: Context, _ meta: Meta) -> Rendered { "\(context.name)" }
    }

    @Test(arguments: [
        ("/a/new", "literal 0"), ("/a/5", "int 6"), ("/a/five", "text 0"), ("/a/5/x", "path 0"), ("/a/new/x", "path 0"),
    ])
    func `of several forms that match, the one that leaves less open is taken`(_ path: String, _ shown: String) {
        let page = TestPage(
            Routes {
                Route("/a/:rest(path)") { Named(name: "path") }
                Route("/a/:word") { Named(name: "text") }
                Route("/a/:id(int)") { Named(name: "int") }
                Route("/a/new") { Named(name: "literal") }
            })
        page.join(path)
        #expect(page.html == shown)
    }

    @Test("Segments are decoded alike when a page is requested and when it is joined")
    func decoding() {
        let page = TestPage(Routes { Route("/birds/blue tit/:id(int)") { Named(name: "bird") } })
        let path = "/birds/blue%20tit/4/"
        #expect(page.engine.respond(to: .init(url: path)).status == 200)
        page.join("http://localhost" + path)
        #expect(page.html == "bird 5")
    }

    @Test func `a kind that does not exist is a problem of the route, and no address is of its form`() {
        let route = Route("/a/:id(number)/:page(int)", file: "App.swift", line: 7) { Named(name: "never") }
        #expect(
            route.problem == """
                App.swift:7: the route "/a/:id(number)/:page(int)": values in a path are of the kinds string, int, \
                float, uuid, path, not "number"
                """)
        #expect(Routes([route]).match(Address("/a/1/2"))?.params.url == nil)
        #expect(Route("/a/:id(int)") { Named(name: "fine") }.problem == nil)
    }
}
