import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct SessionTests {
    struct Broken: Error, CustomStringConvertible { let description = "broken" }

    struct CounterView: LiveView {
        struct Context: LiveContext {
            var count = 0
            var renderFails = false
            var log: [String] = []
            var timer: TimerID?
        }

        enum Event: Decodable, Sendable {
            case inc, incThenThrow, incThenFailRender
            case title(String)
            case push
            case ask
            case start(every: Int), once(after: Int), stop, startThenThrow
            case patch(to: String), replace(to: String), loop, navigate(to: String), replaceNavigate(to: String)
            case redirect(to: String), both, pushAndLeave
        }

        enum Info: Sendable { case tick, leave, broken, rename }

        func mount(_ params: Params, _ socket: inout Socket) throws {
            socket.context.count = try params.value("start", as: Int?.self) ?? 0
            if params["fail"] != nil { throw Broken() }
            if let url = params["go"] { socket.pushNavigate(to: url) }
            socket.context.log.append("mount")
        }

        func handleParams(_ params: Params, _ socket: inout Socket) throws {
            socket.context.log.append(params.url)
            if params["loop"] != nil { socket.pushPatch(to: params.url) }
            if let next = params["next"] { socket.pushPatch(to: next) }
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .inc: socket.context.count += 1
            case .incThenThrow:
                socket.context.count += 1
                socket.title = "never"
                socket.pushEvent("never")
                throw Broken()
            case .incThenFailRender:
                socket.context.count += 1
                socket.context.renderFails = true
            case .title(let title): socket.title = title
            case .push:
                socket.pushEvent("one", ["id": 1])
                socket.pushEvent("two")
            case .ask: socket.reply(["count": socket.context.count])
            case .start(let seconds):
                socket.context.timer = socket.schedule(.tick, every: .seconds(seconds))
            case .once(let seconds): socket.scheduleOnce(.tick, after: .seconds(seconds))
            case .stop: if let timer = socket.context.timer { socket.cancel(timer) }
            case .startThenThrow:
                socket.schedule(.tick, every: .seconds(1))
                throw Broken()
            case .patch(let url): socket.pushPatch(to: url)
            case .replace(let url): socket.replacePatch(to: url)
            case .loop: socket.pushPatch(to: "/counter/1?loop=1")
            case .navigate(let url): socket.pushNavigate(to: url)
            case .replaceNavigate(let url): socket.replaceNavigate(to: url)
            case .redirect(let url): socket.redirect(to: url)
            case .both:
                socket.pushPatch(to: "/counter/1")
                socket.redirect(to: "/")
            case .pushAndLeave:
                socket.pushEvent("bye")
                socket.pushNavigate(to: "/other")
            }
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) throws {
            switch info {
            case .tick: socket.context.count += 1
            case .leave: socket.pushNavigate(to: "/other")
            case .broken: throw Broken()
            case .rename: socket.title = "renamed"
            }
        }

        func render(_ context: Context, _ meta: Meta) throws -> Rendered {
            if context.renderFails { throw Broken() }
            return "<b>\(context.count)</b>\(meta.path)"
        }
    }

    struct OtherView: LiveView {
        typealias Context = NoContext
        func render(_ context: Context, _ meta: Meta) -> Rendered { "other" }
    }

    static let routes = Routes {
        Route("/counter/new", "A new one") { OtherView() }
        Route("/counter/:start", "Counts") { CounterView() }
        Route("/other", "Another <view>") { OtherView() }
    }

    static func open(_ url: String = "/counter/5") -> TestPage {
        let page = TestPage(routes)
        page.join(url)
        return page
    }

    // MARK: Transactions

    @Test(arguments: ["inc-then-throw", "inc-then-fail-render", "start-then-throw", "both"])
    func `a handler that fails changes nothing, and the page stays up`(_ event: String) {
        let page = Self.open()
        let before = page.inspection
        let reply = page.click(event)
        #expect(reply?.failure != nil)
        #expect(page.inspection?.context == before?.context)
        #expect(page.failures.count == 1)
        #expect(page.title == nil)
        page.advance(by: .seconds(10))
        #expect(page.html == "<b>5</b>/counter/5")
        page.click("inc")
        #expect(page.html == "<b>6</b>/counter/5")
    }

    @Test(
        arguments: [
            ("inc-then-throw", [:], #"event "inc-then-throw": broken"#),
            ("inc-then-fail-render", [:], "render: broken"),
            ("start", ["every": "soon"], #"event "start": "every" must be an integer, got "soon""#),
            ("both", [:], #"asked to go to several places: pushPatch(to: "/counter/1"), then redirect(to: "/")"#),
            ("loop", [:], "patched the address 20 times in a row; handleParams goes in a circle"),
            (
                "patch", ["to": "/other"],
                #"a patch stays in its view, and "/other" belongs to another; use pushNavigate(to:)"#
            ),
            (
                "redirect", ["to": "javascript:alert(1)"],
                #""javascript:alert(1)" must be a path or an address that begins with http: or https:"#
            ),
        ] as [(String, JSONValue, String)])
    func `a failure says where and why`(_ event: String, _ payload: JSONValue, _ words: String) {
        #expect(Self.open().click(event, payload)?.failure == words)
    }

    @Test func `an info that fails is kept to be looked at, and the page stays up`() throws {
        struct View: LiveView {
            typealias Context = NoContext
            enum Info: Sendable { case tick }
            func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.tick, every: .seconds(1)) }
            func handleInfo(_ info: Info, _ socket: inout Socket) throws { throw Broken() }
            func render(_ context: Context, _ meta: Meta) -> Rendered { "up" }
        }
        let page = TestPage(View())
        page.advance(by: .seconds(2))
        #expect(page.failures == ["handleInfo: broken", "handleInfo: broken"])
        #expect(page.html == "up")
    }

    // MARK: Joining

    @Test(arguments: [
        ("/counter/7", "<b>7</b>/counter/7"),
        ("/counter/7/", "<b>7</b>/counter/7/"),
        ("http://localhost:4000/counter/%37?x=1#y", "<b>7</b>/counter/%37"),
        ("/counter/new", "other"),
    ])
    func `a view is found by its path`(_ url: String, _ html: String) {
        #expect(Self.open(url).html == html)
    }

    @Test func `mounting runs mount and then handleParams`() {
        #expect(Self.open("/counter/5?x=1").inspection?.context["log"] == ["mount", "/counter/5?x=1"])
    }

    @Test(arguments: [
        ("/counter/abc", #"mount: "start" must be an integer, got "abc""#),
        ("/counter/1?fail=1", "mount: broken"),
        ("/counter/1?loop=1", "patched the address 20 times in a row; handleParams goes in a circle"),
    ])
    func `a view that fails to mount is refused with the reason`(_ url: String, _ reason: String) {
        let page = TestPage(Self.routes)
        #expect(page.join(url) == .refused(.crashed(reason: reason)))
    }

    @Test func `an address without a view is refused`() {
        let page = TestPage(Self.routes)
        #expect(page.join("/nowhere") == .refused(.unauthorized))
    }

    @Test func `a bad session token is refused as stale`() {
        let engine = Engine(routes: Self.routes, clock: VirtualClock())
        let transport = engine.connect(ConnectRequest(origin: "http://localhost"))
        transport.send(
            ClientFrame(
                joinReference: 1, reference: 1, topic: "lv:phx-main",
                message: .join(JoinRequest(address: .url("/other"), session: "forged"))))
        #expect(transport.receive()?.message == .reply(.refused(.stale)))
        #expect(transport.receive() == nil)
    }

    @Test func `a view may lead on while it mounts`() {
        let page = TestPage(Self.routes)
        #expect(
            page.join("/counter/1?go=/other") == .refused(.liveRedirect(LiveRedirect(to: "/other"), events: [])))
    }

    @Test func `a patch while joining comes with the reply`() {
        let page = TestPage(Self.routes)
        guard case .joined(let reply)? = page.join("/counter/1?next=/counter/2") else {
            Issue.record("not joined")
            return
        }
        #expect(reply.livePatch == LivePatch(to: "/counter/2"))
        #expect(page.html == "<b>1</b>/counter/2")
    }

    // MARK: Navigation

    @Test func `a patch by the person runs handleParams only`() {
        let page = Self.open()
        page.click("inc")
        page.send(.livePatch(url: "http://localhost/counter/9?page=2"))
        #expect(page.html == "<b>6</b>/counter/9")
        #expect(page.inspection?.context["log"] == ["mount", "/counter/5", "/counter/9?page=2"])
    }

    @Test(arguments: ["/other", "/nowhere"])
    func `a patch to another view's address is to be followed by a redirect`(_ url: String) {
        #expect(Self.open().send(.livePatch(url: url)) == .linkRedirect)
    }

    @Test(arguments: [("patch", HistoryKind.push), ("replace", .replace)])
    func `a patch by the view is announced before the reply with its diff`(_ event: String, _ kind: HistoryKind) {
        let page = Self.open()
        page.messages = []
        let reply = page.click(event, ["to": "/counter/9"])
        #expect(page.messages.first == .livePatch(LivePatch(to: "/counter/9", kind: kind)))
        #expect(reply?.diff?.root.dynamics == [1: .text("/counter/9")])
    }

    @Test(
        arguments: [
            ("navigate", .liveRedirect(LiveRedirect(to: "/other", kind: .push))),
            ("replace-navigate", .liveRedirect(LiveRedirect(to: "/other", kind: .replace))),
            ("redirect", .redirect(Redirect(to: "/other"))),
        ] as [(String, Reply)])
    func `leaving answers where to, closes, and ends timers`(_ event: String, _ answer: Reply) {
        let page = Self.open()
        page.click("start", ["every": 1])
        page.messages = []
        #expect(page.click(event, ["to": "/other"]) == answer)
        #expect(page.messages.last == .close)
        #expect(page.clock.nextDeadline == nil)
        #expect(page.inspection == nil)
    }

    @Test func `events pushed before leaving arrive first`() {
        let page = Self.open()
        page.messages = []
        page.click("push-and-leave")
        #expect(
            page.messages == [
                .diff(Diff(events: [PushedEvent(name: "bye", payload: [:])])),
                .reply(.liveRedirect(LiveRedirect(to: "/other"))), .close,
            ])
    }

    @Test func `leaving by the client's wish and joining again end timers`() {
        let page = Self.open()
        page.click("start", ["every": 1])
        page.send(.leave)
        #expect(page.messages.last == .close)
        #expect(page.clock.nextDeadline == nil)
        page.join("/counter/5")
        page.click("start", ["every": 1])
        page.join("/other")
        #expect(page.clock.nextDeadline == nil)
        #expect(page.html == "other")
    }

    // MARK: Time

    @Test func `a repeating timer ticks until it is cancelled`() {
        let page = Self.open("/counter/0")
        page.click("start", ["every": 2])
        page.advance(by: .seconds(1))
        #expect(page.html.hasPrefix("<b>0</b>"))
        page.advance(by: .seconds(5))
        #expect(page.html.hasPrefix("<b>3</b>"))
        page.click("stop")
        page.advance(by: .seconds(60))
        #expect(page.html.hasPrefix("<b>3</b>"))
        #expect(page.clock.nextDeadline == nil)
    }

    @Test func `a single timer ticks once`() {
        let page = Self.open("/counter/0")
        page.click("once", ["after": 2])
        page.advance(by: .seconds(60))
        #expect(page.html.hasPrefix("<b>1</b>"))
    }

    @Test func `ticks that change nothing send nothing`() {
        struct Quiet: LiveView {
            typealias Context = NoContext
            enum Info: Sendable { case tick }
            func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.tick, every: .seconds(1)) }
            func handleInfo(_ info: Info, _ socket: inout Socket) {}
            func render(_ context: Context, _ meta: Meta) -> Rendered { "quiet" }
        }
        let page = TestPage(Quiet())
        page.messages = []
        page.advance(by: .seconds(10))
        #expect(page.messages == [])
    }

    // MARK: Answers

    @Test func `a title comes with its diff, and again only when it changes`() {
        let page = Self.open()
        #expect(page.click("title", ["value": "New"])?.diff?.title == "New")
        #expect(page.click("title", ["value": "New"]) == .handled(nil))
        #expect(page.click("title", ["value": "Newer"])?.diff?.title == "Newer")
    }

    @Test func `events and replies come with the reply`() {
        let page = Self.open()
        #expect(
            page.click("push")?.diff?.events == [
                PushedEvent(name: "one", payload: ["id": 1]), PushedEvent(name: "two", payload: [:]),
            ])
        #expect(page.click("ask")?.diff?.reply == ["count": 5])
    }

    @Test func `events for components that are gone are no matter`() {
        let page = Self.open()
        #expect(page.send(.event(EventPush(type: "click", event: "inc", component: 3))) == .handled(nil))
        #expect(page.html.hasPrefix("<b>5</b>"))
    }

    @Test func `unmount sees the session end, once`() {
        struct View: LiveView {
            struct Context: LiveContext { var ended = 0 }
            let log: EndLog
            func unmount(_ socket: inout Socket) { log.note("ended") }
            func render(_ context: Context, _ meta: Meta) -> Rendered { "" }
        }
        let log = EndLog()
        let page = TestPage(View(log: log))
        page.send(.leave)
        page.send(.leave)
        #expect(log.entries == ["ended"])
    }

    // MARK: Pages

    @Test func `a live path gives a page with a container to join`() {
        let response = Engine(routes: Self.routes, clock: VirtualClock()).respond(to: PageRequest(url: "/counter/3/"))
        #expect(response.status == 200)
        #expect(
            response.html.contains(#"<div id="phx-main" data-phx-main data-phx-session="session.phx-main:default""#))
    }

    @Test func `an unknown path gives a page that lists the views`() {
        let response = Engine(routes: Self.routes, clock: VirtualClock()).respond(to: PageRequest(url: "/<x>?y"))
        #expect(response.status == 404)
        #expect(response.html.contains("There is no view at <code>/&lt;x&gt;</code>"))
        #expect(response.html.contains(#"<a href="/other">/other</a> Another &lt;view&gt;"#))
        #expect(response.html.contains("<code>/counter/:start</code> Counts"))
    }

    @Test func `a posted form on a live path is refused in words`() {
        let engine = Engine(routes: Self.routes, clock: VirtualClock())
        #expect(engine.respond(to: PageRequest(method: "POST", url: "/other", body: "a=1")).status == 405)
    }
}
