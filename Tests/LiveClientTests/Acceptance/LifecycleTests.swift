import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("M. Lifecycle and recovery")
struct LifecycleTests {
    private func joins(_ page: LivePage) -> [JoinRequest] {
        page.messages.compactMap {
            if case .join(let join) = $0 { join } else { nil }
        }
    }

    private func dispatched(_ page: LivePage) -> [String] {
        page.client.log.compactMap {
            if case .dispatched(let event) = $0.event { event.name } else { nil }
        }
    }

    @Test("140. first join order")
    func firstJoin() throws {
        let page = try LivePage(
            #"""
            <i phx-connected='[["dispatch",{"event":"connected"}]]'></i><i phx-mounted='[["dispatch",{"event":"mounted"}]]'></i>
            """#)
        #expect(dispatched(page) == ["mounted", "connected"])
        #expect(try page.classes("#v1") == ["phx-connected"])
    }

    @Test("140. a join that takes its time shows that it loads")
    func slowJoin() throws {
        let host = ScriptedHost(respond: { _ in PageResponse(html: LivePage.shell) }, answer: { _ in nil })
        let clock = VirtualClock()
        let client = LiveClient(host: host, clock: clock)
        client.open("/")
        client.settle()
        while clock.runNext(until: .milliseconds(1)) {}
        let container = try #require(client.document.element(withID: "v1"))
        #expect(client.document.attribute("class", of: container) == "phx-loading")
    }

    @Test("141. crash and rejoin")
    func crash() throws {
        let page = try LivePage(
            #"""
            <i phx-disconnected='[["dispatch",{"event":"down"}]]' phx-connected='[["dispatch",{"event":"up"}]]'></i>
            """#)
        page.push(.livePatch(LivePatch(to: "/a?p=1")))
        page.push(.error)
        #expect(try page.classes("#v1") == ["phx-loading", "phx-error", "phx-server-error"])
        page.advance(by: 499)
        #expect(dispatched(page) == ["up"])
        page.advance(by: 1)
        #expect(dispatched(page) == ["up", "down"])
        page.advance(by: 499)
        #expect(joins(page).count == 1)
        page.advance(by: 1)
        #expect(joins(page).count == 2)
        #expect(joins(page)[1].params["_mounts"] == 1)
        #expect(joins(page)[1].address == .url("http://localhost/a?p=1"))
        #expect(dispatched(page) == ["up", "down", "up"])
        #expect(try page.classes("#v1") == ["phx-connected"])
    }

    @Test("143. pushes while down are dropped")
    func dropped() throws {
        let page = try LivePage(#"<button id="b" phx-click="x"></button>"#)
        page.transport.isConnected = false
        page.client.settle()
        #expect(try page.classes("#v1").contains("phx-client-error"))
        try page.click("#b")
        page.advance(by: 5_000)
        #expect(joins(page).count == 2)
        #expect(page.pushes() == [])
        try page.click("#b")
        #expect(page.pushes().count == 1)
    }

    @Test("144. form recovery")
    func recovery() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input type="hidden" name="h" value="1"><input id="a" name="a"><input id="b" name="b"></form>"#
        )
        try page.type("test", into: "#b")
        page.blur()
        _ = page.pushes()
        page.replies["v"] = .handled(
            try Diff(
                parsing: LivePage.tree(
                    #"<form id="f" phx-change="v"><input type="hidden" name="h" value="1"><input id="a" name="a"><input id="b" name="b" value="test"></form>"#
                )))
        page.push(.error)
        page.isHolding = true
        page.advance(by: 1_000)
        #expect(page.pushes() == [.change("v", "h=1&_unused_a=&a=&b=test", target: "a")])
        #expect(page.document.value(of: try page.element("#b")) == "test")
        page.release(try #require(page.replies["v"]))
        #expect(page.document.value(of: try page.element("#b")) == "test")
        #expect(try page.classes("#v1") == ["phx-connected"])
    }

    @Test("146. auto-recover event")
    func autoRecover() throws {
        let page = try LivePage(#"<form id="f" phx-change="v" phx-auto-recover="rec"><input id="a" name="a"></form>"#)
        try page.type("x", into: "#a")
        _ = page.pushes()
        page.push(.error)
        page.advance(by: 1_000)
        #expect(page.pushes() == [.change("rec", "a=x", target: "a")])
    }

    @Test("148. push timeout")
    func timeout() throws {
        let page = try LivePage(#"<button id="b" phx-click="x"></button>"#)
        page.isHolding = true
        try page.click("#b")
        page.advance(by: 29_999)
        #expect(try page.classes("#b") == ["phx-click-loading"])
        page.advance(by: 1)
        #expect(try page.classes("#b") == [])
        let requests = page.host.requests.count
        page.advance(by: 4_999)
        #expect(page.host.requests.count == requests)
        page.advance(by: 5_001)
        #expect(page.host.requests.count == requests + 1)
    }

    @Test("A view that cannot be mounted says why in its place")
    func failure() throws {
        let host = ScriptedHost(
            respond: { _ in PageResponse(html: LivePage.shell) },
            answer: { _ in .refused(.crashed(reason: "no <database>")) })
        let client = LiveClient(host: host, clock: VirtualClock())
        client.open("/")
        client.settle()
        let section = try #require(
            client.document.first(try Selector("section.failure[role=alert]"), below: client.document.root))
        #expect(client.document.textContent(of: section).contains("no <database>"))
    }

    @Test(
        "A page that shows something already stays when its view cannot be joined, with error classes",
        arguments: [JoinRefusal.stale, .unauthorized, .crashed(reason: "no database")])
    func refusedWithPage(refusal: JoinRefusal) throws {
        let host = ScriptedHost(
            respond: { _ in PageResponse(html: LivePage.shell("<p>here</p>")) }, answer: { _ in .refused(refusal) })
        let client = LiveClient(host: host, clock: VirtualClock())
        client.open("/")
        client.settle()
        let view = try #require(client.document.element(withID: "v1"))
        #expect(client.document.innerHTML(of: view) == "<p>here</p>")
        #expect(client.document.attribute("class", of: view) == "phx-loading phx-error phx-server-error")
    }

    @Test("A dead page's links and forms request pages")
    func deadPage() throws {
        let host = ScriptedHost(
            respond: { request in
                PageResponse(
                    html: request.url == "/"
                        ? #"<title>Home</title><a id="l" href="x?y=1">x</a><form id="f" action="/s"><input name="q" value="a b"></form>"#
                        : "<title>Other</title>")
            }, answer: { _ in nil })
        let client = LiveClient(host: host, clock: VirtualClock())
        client.open("/")
        client.settle()
        #expect(client.title == "Home")
        client.click(try #require(client.document.element(withID: "l")))
        client.settle()
        #expect(client.url == "/x?y=1")
        #expect(client.title == "Other")
        client.goBack()
        client.settle()
        client.submit(try #require(client.document.element(withID: "f")))
        client.settle()
        #expect(client.url == "/s?q=a+b")
        #expect(host.requests.map(\.url) == ["/", "/x?y=1", "/", "/s?q=a+b"])
    }
}

@Suite("N. Events and replies")
struct EventTests {
    private final class Listener: ClientHook {
        let record: (String) -> Void
        init(_ record: @escaping (String) -> Void) { self.record = record }
        func mounted(_ context: HookContext) {
            for name in ["a", "b"] {
                context.handleEvent(name) { _ in
                    let text = context.document.element(withID: "p").map { context.document.textContent(of: $0) }
                    self.record("\(name) at \(text ?? "")")
                }
            }
        }
    }

    @Test("149. push_event after patch, pre-dispatch before")
    func order() throws {
        var calls: [String] = []
        let page = try LivePage(
            tree:
                #"{"s":["<i id=\"h\" phx-hook=\"L\"></i><button id=\"b\" phx-click=\"x\"></button><p id=\"p\">","</p>"],"0":"0"}"#
        ) { client in
            client.settings.hooks["L"] = { Listener { calls.append($0) } }
        }
        page.replies["x"] = .handled(try Diff(parsing: #"{"0":"1","e":[["a",{}],["b",{},true]]}"#))
        try page.click("#b")
        #expect(calls == ["b at 0", "a at 1"])
    }

    private final class Pusher: ClientHook {
        let record: (JSONValue) -> Void
        init(_ record: @escaping (JSONValue) -> Void) { self.record = record }
        func mounted(_ context: HookContext) {
            context.handleEvent("go") { _ in
                context.pushEvent("ask", ["n": 1]) { self.record($0) }
            }
        }
    }

    @Test(
        "150. hook reply",
        arguments: [(#"{"r":{"ok":true}}"#, ["ok": true]), (#"{"0":"x"}"#, nil)] as [(String, JSONValue)])
    func reply(diff: String, expected: JSONValue) throws {
        var replies: [JSONValue] = []
        let page = try LivePage(tree: #"{"s":["<i id=\"h\" phx-hook=\"P\"></i>",""],"0":""}"#) { client in
            client.settings.hooks["P"] = { Pusher { replies.append($0) } }
        }
        page.replies["ask"] = .handled(try Diff(parsing: diff))
        try page.push(#"{"e":[["go",{}]]}"#)
        #expect(page.pushes() == [.plain("hook", "ask", ["n": 1])])
        #expect(replies == [expected])
    }

    @Test("A title gets the prefix and suffix of its element")
    func title() throws {
        let page = try LivePage("")
        try page.push(#"{"t":"New"}"#)
        #expect(page.client.title == "New")
    }
}
