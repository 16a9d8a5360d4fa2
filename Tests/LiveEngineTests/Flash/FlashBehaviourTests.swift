import LiveProtocol
import Testing

@testable import LiveEngine

/// Flash across navigation (Flash.md, "What travels"), case by case, with the numbers of the cases.
@Suite("Flash, by the book")
struct FlashBehaviourTests {
    let page = TestFamily(Routes { Route("/") { Lobby() } })

    init() { page.joinAll() }

    // MARK: What is done

    /// Who is told: the lobby, its component, its nested view.
    enum Teller: CaseIterable { case root, component, nested }

    @discardableResult
    func tell(_ teller: Teller, _ event: String, _ value: JSONValue = [:]) -> Reply? {
        page.send(
            .event(
                EventPush(type: "click", event: event, value: .json(value), component: teller == .component ? 1 : nil)),
            to: teller == .nested ? "booth" : "phx-main")
    }

    @discardableResult
    func put(_ teller: Teller, _ key: String, _ text: String) -> Reply? {
        tell(teller, "put", ["key": .string(key), "text": .string(text)])
    }

    @discardableResult
    func go(_ teller: Teller, _ way: Way, say text: String? = nil) -> Reply? {
        tell(teller, "go", ["way": .string(way.rawValue), "say": text.map(JSONValue.string) ?? .null])
    }

    /// Follows where a reply leads, as a client does, and gives what the new page shows.
    @discardableResult
    func follow(_ reply: Reply?) -> String {
        switch reply {
        case .liveRedirect(let redirect)?, .refused(.liveRedirect(let redirect, events: _))?:
            page.send(.leave, to: "phx-main")
            page.join("phx-main", .redirect(redirect.to), session: TestFamily.session, flash: redirect.flash)
        case .redirect(let redirect)?, .refused(.redirect(let redirect, events: _))?:
            var request = PageRequest(url: redirect.to)
            request.cookies[Engine.flashCookie] = redirect.flash
            load(request)
        default: Issue.record("leads nowhere: \(String(describing: reply))")
        }
        return root
    }

    /// Requests a page and joins its view with what its container says.
    func load(_ request: PageRequest) {
        let html = page.engine.respond(to: request).html
        let token = html.firstMatch(of: /data-phx-static="([^"]*)"/).map { String($0.1) }
        page.join("phx-main", .url(request.url), session: TestFamily.session, staticToken: token)
    }

    /// What is between the brackets of each.
    var root: String { shown("root", in: "phx-main") }
    var desk: String { shown("desk", in: "phx-main") }
    var booth: String { shown("booth", in: "booth") }

    private func shown(_ name: String, in id: String) -> String {
        let html = page.html(id)
        guard let start = html.firstRange(of: name + "[")?.upperBound else { return html }
        return String(html[start...].prefix { $0 != "]" })
    }

    // MARK: Flash across navigation

    @Test("1. a redirect in mount carries its flash", arguments: [Way.navigate, .redirect])
    func redirectInMount(_ way: Way) {
        page.send(.leave, to: "phx-main")
        let reply = page.join("phx-main", .url("/?lead=\(way)"), session: TestFamily.session)
        #expect(follow(reply) == "info: led on;")
    }

    @Test(
        "2. and 3. redirect and navigate do not carry the flash of an earlier event",
        arguments: [Way.redirect, .navigate])
    func earlierEvent(_ way: Way) {
        put(.root, "info", "early")
        #expect(follow(go(.root, way)) == "")
    }

    @Test("2. and 3. redirect and navigate carry the flash of their own event", arguments: [Way.redirect, .navigate])
    func ownEvent(_ way: Way) {
        put(.root, "old", "early")
        #expect(follow(go(.root, way, say: "new")) == "info: new;")
    }

    @Test("4. a patch by the view shows what is new and drops what was there")
    func patch() {
        put(.root, "old", "early")
        go(.root, .patch, say: "new")
        #expect(root == "info: new;")
    }

    @Test("5. a patch by the person clears")
    func userPatch() {
        put(.root, "info", "early")
        page.send(.livePatch(url: "http://localhost/?patched=1"), to: "phx-main")
        #expect(root == "")
    }

    @Test("6. two redirects in a row with equal text both arrive", arguments: [Way.redirect, .navigate])
    func backToBack(_ way: Way) {
        for _ in 0..<2 { #expect(follow(go(.root, way, say: "ok!")) == "info: ok!;") }
    }

    @Test("7. a nested view's redirect and navigate carry its flash to the page", arguments: [Way.redirect, .navigate])
    func nested(_ way: Way) {
        put(.nested, "old", "early")
        #expect(follow(go(.nested, way, say: "ok!")) == "info: ok!;")
    }

    @Test("7. a nested view's patch shows its new flash in the root, and its own stays with it")
    func nestedPatch() {
        put(.root, "old", "early")
        go(.nested, .patch, say: "ok!")
        #expect(root == "info: ok!;")
        #expect(booth == "info: ok!;")
    }

    @Test(
        "8. a component's redirect and navigate carry all of its flash to the page",
        arguments: [Way.redirect, .navigate])
    func component(_ way: Way) {
        put(.component, "old", "early")
        #expect(follow(go(.component, way, say: "ok!")) == "old: early;info: ok!;")
    }

    @Test("8. a component's patch moves all of its flash to the view")
    func componentPatch() {
        put(.component, "old", "early")
        go(.component, .patch, say: "ok!")
        #expect(root == "old: early;info: ok!;")
        #expect(desk == "")
    }

    @Test("9. a message for a page that is requested shows when its view is joined, and at no join after")
    func deadToLive() throws {
        guard case .redirect(let redirect)? = go(.root, .redirect, say: "ok!") else {
            Issue.record("no redirect")
            return
        }
        let response = page.engine.respond(
            to: PageRequest(url: "/", cookies: [Engine.flashCookie: try #require(redirect.flash)]))
        #expect(response.cookies == [.deletion(of: Engine.flashCookie)])
        load(PageRequest(url: "/", cookies: [Engine.flashCookie: redirect.flash ?? ""]))
        #expect(root == "info: ok!;")
        load(PageRequest(url: "/"))
        #expect(root == "")
    }

    @Test(
        "10. lv:clear-flash clears a key or all, of root, component and nested view each its own",
        arguments: Teller.allCases)
    func clearing(_ teller: Teller) {
        for other in Teller.allCases {
            put(other, "info", "one")
            put(other, "error", "two")
        }
        tell(teller, "lv:clear-flash", ["key": "info"])
        #expect([root, desk, booth].filter { $0 == "error: two;" }.count == 1)
        tell(teller, "lv:clear-flash")
        #expect([root, desk, booth].filter { $0 == "" }.count == 1)
        #expect([root, desk, booth].filter { $0 == "info: one;error: two;" }.count == 2)
    }

    @Test("11. flash works where no cookie ever was")
    func withoutSession() {
        load(PageRequest(url: "/"))
        put(.root, "info", "one")
        #expect(root == "info: one;")
    }

    // MARK: Acceptance, section L

    @Test("134. put and clear by key")
    func putAndClear() {
        put(.root, "info", "one")
        put(.root, "error", "two")
        tell(.root, "lv:clear-flash", ["key": "info"])
        #expect(root == "error: two;")
        tell(.root, "lv:clear-flash")
        #expect(root == "")
        #expect(page.inspection("phx-main")?.context["events"] == 0)
        #expect(page.inspection("phx-main")?.failures == [])
    }

    @Test("137. component flash")
    func componentFlash() {
        put(.component, "info", "one")
        #expect((root, desk) == ("", "info: one;"))
        go(.component, .patch, say: "two")
        #expect((root, desk) == ("info: two;", ""))
    }

    @Test("138. escaping", arguments: Teller.allCases)
    func escaping(_ teller: Teller) {
        put(teller, "info", "<b>x</b>")
        #expect([root, desk, booth].filter { $0 == "info: &lt;b&gt;x&lt;/b&gt;;" }.count == 1)
    }

    @Test("139. token expires", arguments: [Way.redirect, .navigate])
    func expiry(_ way: Way) {
        let reply = go(.root, way, say: "late")
        page.advance(by: .seconds(61))
        #expect(follow(reply) == "")
    }

    @Test("Tokens that nobody used are forgotten when they are too old")
    func forgotten() {
        for _ in 0..<100 { follow(go(.root, .navigate, say: "ok!")) }
        page.advance(by: .seconds(61))
        follow(go(.root, .navigate, say: "ok!"))
        #expect(page.engine.shared.flashes.count == 1)
    }
}
