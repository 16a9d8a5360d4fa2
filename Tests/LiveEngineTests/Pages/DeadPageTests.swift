import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("A page before it is joined")
struct DeadPageTests {
    let log = HandlerLog()
    let clock = VirtualClock()
    let engine: Engine

    init() {
        engine = Engine(
            routes: Routes { [log] in
                Route("/") { Vestibule(log: log) }
                Route("/fleet") { Fleet() }
                Route("/lobby") { Lobby() }
                Route("/mirror") { MirrorView(depth: 0) }
                RouteGroup(
                    "guarded",
                    layout: RootLayout(
                        title: "Guarded", titleSuffix: " & more",
                        stickyViews: [liveView(Vestibule(log: log), id: "porter")]),
                    onMount: [
                        OnMount { params, socket in
                            log.note("hook \(socket.isConnected)")
                            if params["key"] == nil { socket.redirect(to: "/?say=locked") }
                        }
                    ]
                ) {
                    Route("/guarded") { Vestibule(log: log) }
                }
            }, clock: clock)
    }

    private func get(_ url: String, flash: String? = nil) -> PageResponse {
        engine.respond(to: PageRequest(url: url, cookies: flash.map { [Engine.flashCookie: $0] } ?? [:]))
    }

    private func flash(_ token: String?) -> [String] {
        engine.shared.flashes.flash(of: token, at: clock.date).map { "\($0.key): \($0.value.string ?? "")" }
    }

    @Test func `A view is mounted twice, first without a client and then with one`() {
        let response = get("/?page=7")
        #expect(response.status == 200)
        #expect(response.html.contains("<h1>dead 7</h1>"))
        #expect(log.entries == ["mount false", "handleParams false"])
        let page = TestPage(on: engine, "/?page=7")
        #expect(page.html.contains("<h1>live 7</h1>"))
        #expect(log.entries.prefix(4) == ["mount false", "handleParams false", "mount true", "handleParams true"])
    }

    @Test func `Nothing that the view asks for is begun before it is joined`() async throws {
        _ = get("/")
        #expect(engine.shared.pubSub.isEmpty)
        #expect(engine.shared.presences.isEmpty)
        #expect(clock.nextDeadline == nil)
        let listener = HandlerLog()
        engine.shared.pubSub.subscribe(
            SessionAddress(inbox: Inbox(limit: 9), number: 99), to: Vestibule.room.key,
            reading: { message in
                listener.note("\(message)")
                return nil
            })
        _ = get("/")
        try await Task.sleep(for: .milliseconds(5))
        #expect(listener.entries == [])
        #expect(log.entries == ["mount false", "handleParams false", "mount false", "handleParams false"])
        // The session that joins has the number that it would have had anyway.
        let page = TestPage(on: engine)
        #expect(engine.shared.presences.members(of: Vestibule.guests.key).map(\.session) == [0])
        #expect(page.failures == [])
    }

    @Test func `The page has the HTML of the whole tree, with its stream`() {
        let html = get("/?say=<b>hi</b>&page=1").html
        #expect(
            html.contains(
                """
                data-phx-static="static.phx-main:"><h1>dead 1</h1>
                <i class="info">&lt;b&gt;hi&lt;/b&gt;</i>
                <ul id="songs" phx-update="stream"><li id="songs-1">1</li><li id="songs-2">2</li></ul></div>
                """), "\(html)")
    }

    @Test func `The title of the view is that of the document, escaped and with the suffix of the layout`() {
        #expect(
            get("/?title=%3C/title%3E%3Cscript%3E").html.contains(
                #"<title data-default="Live view">&lt;/title&gt;&lt;script&gt;</title>"#))
        #expect(
            get("/guarded?key=1&title=Hall").html.contains(
                #"<title data-default="Guarded" data-suffix=" &amp; more">Hall &amp; more</title>"#))
        #expect(get("/").html.contains(#"<title data-default="Live view">Live view</title>"#))
    }

    @Test(
        arguments: [
            ("/?redirect=/fleet", "/fleet", []), ("/?navigate=/fleet?page=2", "/fleet?page=2", []),
            ("/?redirect=https://example.org/x", "https://example.org/x", []), ("/?patch=/?page=2", "/?page=2", []),
            ("/?redirect=/fleet&say=bye", "/fleet", ["info: bye"]), ("/?patch=/&say=bye", "/", ["info: bye"]),
            ("/guarded", "/?say=locked", []),
        ] as [(String, String, [String])])
    func `A view, or a hook before it, that leads elsewhere redirects the request, with its flash`(
        _ url: String, _ location: String, _ messages: [String]
    ) {
        let response = get(url)
        #expect(response.status == 302)
        #expect(response.location == location)
        #expect(response.html == "")
        #expect(response.cookies.map(\.name) == (messages.isEmpty ? [] : [Engine.flashCookie]))
        #expect(response.cookies.allSatisfy { $0.lifetime == .seconds(60) && $0.path == "/" })
        #expect(flash(response.cookies.first?.value) == messages)
    }

    @Test func `Flash that came with the request goes on with a redirect`() throws {
        var given = Flash()
        given.put("info", FlashValue("first"))
        let token = engine.shared.flashes.token(for: given, at: clock.date)
        let response = get("/?redirect=/fleet", flash: token)
        #expect(response.cookies.map(\.value.isEmpty) == [true, false])
        #expect(flash(response.cookies.last?.value) == ["info: first"])
    }

    @Test func `Flash of the cookie is on the page, and still there when it is joined`() throws {
        var given = Flash()
        given.put("info", FlashValue("<hello>"))
        let token = engine.shared.flashes.token(for: given, at: clock.date)
        let response = get("/", flash: token)
        #expect(response.html.contains(#"<i class="info">&lt;hello&gt;</i>"#))
        #expect(response.cookies == [.deletion(of: Engine.flashCookie)])
        let page = TestPage(on: engine)
        let staticToken = response.html.firstMatch(of: /data-phx-static="([^"]*)"/).map { String($0.1) }
        page.join("/", staticToken: staticToken)
        #expect(page.html.contains(#"<i class="info">&lt;hello&gt;</i>"#))
        #expect(!get("/").html.contains("hello"))
    }

    @Test(
        arguments: [
            ("/?leak=1", 500, "<h1>The view cannot be shown</h1><p>mount: the roof &lt;leaks&gt;</p>"),
            ("/?fail=404", 404, "<h1>Not found</h1><p>No &lt;coats&gt; here.</p>"),
            ("/?fail=403", 403, "<h1>The view cannot be shown</h1><p>No &lt;coats&gt; here.</p>"),
            ("/?fail=200", 500, "<p>No &lt;coats&gt; here.</p>"),
            ("/?redirect=javascript:alert(1)", 500, "must be a path or an address that begins with http: or https:"),
            ("/?patch=/fleet", 500, "a patch stays in its view"),
        ])
    func `A view that fails answers with a status and what is wrong`(_ url: String, _ status: Int, _ words: String) {
        let response = get(url)
        #expect(response.status == status)
        #expect(response.html.contains(words), "\(response.html)")
        #expect(!response.html.contains("data-phx-session"))
    }

    @Test func `A view that cannot be joined has its page answer with its status`() throws {
        let page = TestPage(on: engine)
        guard case .refused(.reload(status: 404, token: let token?))? = page.join("/?fail=404") else {
            Issue.record("the join was not refused")
            return
        }
        var request = PageRequest(url: "/", cookies: ["__phoenix_reload_status__": token])
        let response = engine.respond(to: request)
        #expect(response.status == 404)
        #expect(response.cookies == [.deletion(of: "__phoenix_reload_status__")])
        request.cookies = ["__phoenix_reload_status__": "404"]
        #expect(engine.respond(to: request).status == 200)
        #expect(page.join("/?leak=1")?.failure == "mount: the roof <leaks>")
    }

    @Test func `Nested views are on the page, in containers that wait for the view around them`() throws {
        let html = get("/fleet").html
        #expect(
            html.contains(
                #"<li><div id="ada" data-phx-session data-phx-static data-phx-parent-id="phx-main">"#), "\(html)")
        let page = TestFamily(on: engine, at: "/fleet")
        page.joinNested("ada")
        #expect(!page.html("ada").isEmpty)
        #expect(html.contains(page.html("ada")))
    }

    @Test func `Components are on the page, and views in them`() {
        let html = get("/lobby").html
        #expect(html.contains("<p>desk[]</p>"))
        #expect(html.contains("booth[]"))
        #expect(!html.contains("<!--"))
    }

    @Test func `Sticky views of the layout are on the page, behind the hooks of their group`() {
        let html = get("/guarded?key=1&page=2").html
        #expect(
            html.contains(
                #"<div id="porter" data-phx-session="layout.porter:guarded" data-phx-static data-phx-sticky><h1>dead "#)
        )
        #expect(log.entries.filter { $0 == "hook false" }.count == 2)
        #expect(log.entries.filter { $0 == "mount false" }.count == 2)
    }

    @Test func `A view that places itself without end is cut off`() {
        let html = get("/mirror").html
        #expect(html.contains("<b>15</b>"))
        #expect(!html.contains("<b>17</b>"))
    }

    @Test func `A page that was rendered is told as that, and no session of it ever ends`() {
        let recorder = SessionRecorder(wantsDiffBytes: true)
        let engine = Engine(shared: engine.shared, clock: clock, observer: recorder)
        _ = engine.respond(to: PageRequest(url: "/?page=1"))
        _ = engine.respond(to: PageRequest(url: "/?leak=1"))
        _ = engine.respond(to: PageRequest(url: "/?fail=404"))
        _ = engine.respond(to: PageRequest(url: "/?redirect=/fleet"))
        let records = recorder.take()
        #expect(
            records.map(\.happening)
                == ["/?page=1", "/?leak=1", "/?fail=404", "/?redirect=/fleet"].map { .rendered(url: $0) })
        #expect(records.map(\.failure) == [nil, "mount: the roof <leaks>", nil, nil])
        #expect(records.map(\.destination) == [nil, nil, nil, "/fleet"])
        #expect(records.allSatisfy { !$0.isChange && $0.diffBytes == nil })
        #expect(!log.entries.contains { $0.hasPrefix("unmount") })
    }

    @Test func `A socket by itself says that it is connected, unless told otherwise`() {
        #expect(LiveSocket<Vestibule>().isConnected)
        #expect(!LiveSocket<Vestibule>(isConnected: false).isConnected)
    }
}

/// Two mirrors.
private struct MirrorView: LiveView {
    typealias Context = NoContext

    let depth: Int

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<b>\(depth)</b>\(liveView(MirrorView(depth: depth + 1), id: "mirror\(depth)"))"
    }
}
