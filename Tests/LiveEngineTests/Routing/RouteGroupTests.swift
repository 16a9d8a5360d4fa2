import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("Groups of routes")
struct RouteGroupTests {
    enum CurrentUser: AssignKey { static let defaultValue = "nobody" }

    /// Lets those pass who name themselves, in the address or when they connect.
    struct RequireName: MountHook {
        func onMount(_ params: Params, _ socket: inout HookSocket) throws {
            if params["fail"] != nil { throw CancellationError() }
            guard let name = params["name"] ?? socket.connectParams["name"]?.string else {
                socket.putFlash("error", "Who are you?")
                socket.pushNavigate(to: "/sign-in")
                return
            }
            socket.assigns[CurrentUser.self] = name
        }
    }

    struct Hall: LiveView {
        struct Context: LiveContext {
            var mounts = ""
            var clicks = 0
        }
        enum Event: Decodable, Sendable { case click, rename, patch(to: String) }

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.context.mounts = "\(socket.assigns[CurrentUser.self]) \(socket.connectParams["zone"]?.string ?? "-")"
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .click: socket.context.clicks += 1
            case .rename: socket.assigns[CurrentUser.self] = "\(socket.connectParams.count)"
            case .patch(let url): socket.pushPatch(to: url)
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            \(context.mounts) \(meta.assigns[CurrentUser.self]) \(context.clicks)\
            \(meta.flash.map { key, text in "<i>\(key): \(text)</i>" })
            """
        }
    }

    struct Gate: LiveView {
        typealias Context = NoContext
        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "gate\(liveView(Hall(), id: "hall"))\(meta.flash.map { key, text in "<i>\(key): \(text)</i>" })"
        }
    }

    /// What the hooks of this test's own routes noted.
    let log: EndLog
    let routes: Routes
    let page: TestPage

    init() {
        let log = EndLog()
        self.log = log
        routes = Self.routes(noting: log)
        page = TestPage(routes)
    }

    private static func routes(noting log: EndLog) -> Routes {
        Routes {
            Route("/sign-in") { Gate() }
            Route("/open") { Hall() }
            RouteGroup(
                "inside",
                layout: RootLayout(title: "Inside", stickyViews: [liveView(Ship(name: "pilot"), id: "pilot")]),
                onMount: [RequireName(), OnMount { _, socket in log.note(socket.assigns[CurrentUser.self]) }]
            ) {
                Route("/hall") { Hall() }
                Route("/gate", container: ViewContainer("main", ["class": "gate"])) { Gate() }
            }
        }
    }

    @Test("A hook assigns what mount, handlers and the page read")
    func assigns() {
        page.join("/hall?name=Ada", group: "inside")
        #expect(page.html == "Ada - Ada 0")
        page.click("rename")
        #expect(page.html == "Ada - 0 0")
    }

    @Test("What no hook assigned has its default")
    func defaults() {
        page.join("/open")
        #expect(page.html == "nobody - nobody 0")
    }

    @Test("A hook that sends the page elsewhere spares the hooks after it and the view, and its flash goes along")
    func halts() throws {
        let count = log.entries.count
        let reply = page.join("/hall", group: "inside")
        guard case .refused(.liveRedirect(let redirect, events: [])) = reply else {
            Issue.record("got \(String(describing: reply))")
            return
        }
        #expect(redirect.to == "/sign-in")
        #expect(log.entries.count == count)
        #expect(page.inspection == nil)
        page.join("/sign-in", flash: redirect.flash)
        #expect(page.html.contains("<i>error: Who are you?</i>"))
    }

    @Test("A hook that throws keeps the view from mounting, and is named")
    func throwing() {
        #expect(
            page.join("/hall?fail=1", group: "inside")
                == .refused(.crashed(reason: "RequireName: CancellationError()")))
    }

    @Test("Hooks run for each join, of nested views too, and for no patch")
    func nested() {
        let family = TestFamily(routes, at: "/sign-in")
        family.joinAll()
        #expect(family.html("hall") == "nobody - nobody 0")
        family.send(.leave, to: "phx-main")
        family.join("phx-main", .url("/gate?name=Bea"), session: TestFamily.session(in: "inside"))
        family.joinAll()
        #expect(family.html("hall") == "Bea - Bea 0")
    }

    @Test("What the client says of itself reaches hooks and mount")
    func connectParams() {
        page.transport.send(
            ClientFrame(
                joinReference: 1, reference: 1, topic: "lv:phx-main",
                message: .join(
                    JoinRequest(
                        address: .url("/hall"), params: ["name": "Cid", "zone": "UTC"],
                        session: TestFamily.session(in: "inside")))))
        page.receive()
        #expect(page.html == "Cid UTC Cid 0")
    }

    @Test(arguments: [("/hall?name=Ada", "default"), ("/open", "inside"), ("/hall?name=Ada", "elsewhere")])
    func `a page of one group does not join a view of another`(_ url: String, _ group: String) {
        #expect(page.join(url, isRedirect: true, group: group) == .refused(.unauthorized))
        #expect(page.join(url, group: group) == .refused(.unauthorized))
        #expect(page.inspection == nil)
    }

    @Test("A patch does not lead into another group, even when the view there is the same")
    func patch() {
        page.join("/hall?name=Ada", group: "inside")
        #expect(page.send(.livePatch(url: "http://localhost/open")) == .linkRedirect)
        #expect(page.click("patch", ["to": "/open"])?.failure != nil)
        #expect(page.click("patch", ["to": "/hall?name=Bea"])?.failure == nil)
    }

    @Test("A group has a layout of its own, and a route a container")
    func layout() {
        let html = page.engine.respond(to: PageRequest(url: "/gate?name=Ada")).html
        #expect(html.contains(#"<title data-default="Inside">Inside</title>"#))
        #expect(
            html.contains(
                #"<main id="phx-main" data-phx-main data-phx-session="session.phx-main:inside" data-phx-static="static.phx-main:" class="gate">"#
            ))
        #expect(page.engine.respond(to: PageRequest(url: "/open")).html.contains("<title data-default=\"Live view\""))
    }

    @Test("A join tells the container after a live navigation only")
    func container() {
        func container(_ reply: Reply?) -> ViewContainer? {
            if case .joined(let join)? = reply { join.container } else { nil }
        }
        let redirect = { (url: String) in page.join(url, isRedirect: true, group: "inside") }
        #expect(container(page.join("/gate?name=Ada", group: "inside")) == nil)
        #expect(container(redirect("/gate?name=Ada")) == ViewContainer("main", ["class": "gate"]))
        #expect(container(redirect("/hall?name=Ada")) == .standard)
    }

    @Test("Views in a layout are sticky, join by the layout's token, and go on when the page changes")
    func layoutViews() throws {
        let family = TestFamily(routes, at: "/open")
        let html = family.engine.respond(to: PageRequest(url: "/hall?name=Ada")).html
        #expect(
            html.contains(
                #"<div id="pilot" data-phx-session="layout.pilot:inside" data-phx-static data-phx-sticky>"#))
        #expect(family.join("pilot", .nested, session: "layout.pilot:default") == .refused(.stale))
        #expect(family.join("other", .nested, session: "layout.other:inside") == .refused(.stale))
        // The hooks of the group stand before it as before all others.
        guard case .refused(.liveRedirect)? = family.join("pilot", .nested, session: "layout.pilot:inside") else {
            Issue.record("the hook let pass")
            return
        }
        family.join("phx-main", .url("/hall?name=Ada"), session: TestFamily.session(in: "inside"))
        family.join("pilot", .nested, session: "layout.pilot:inside")
        family.click("count", on: "pilot")
        family.send(.leave, to: "phx-main")
        family.join("phx-main", .redirect("/gate?name=Ada"), session: TestFamily.session(in: "inside"))
        family.click("count", on: "pilot")
        #expect(family.html("pilot") == "<b>pilot/1 2 </b>")
    }
}
