import LiveProtocol
import Testing

@testable import LiveClient

@Suite("K. Navigation")
struct NavigationTests {
    private func link(_ kind: String, _ state: String = "push", href: String) -> String {
        #"<a id="l" data-phx-link="\#(kind)" data-phx-link-state="\#(state)" href="\#(href)">go</a>"#
    }

    /// What the log tells of navigation and loading, as words.
    private func story(_ page: LivePage) -> [String] {
        page.client.log.compactMap { entry in
            switch entry.event {
            case .navigated(let event):
                "\(event.stage) \(event.href) patch:\(event.isPatch) pop:\(event.isPop) \(event.direction)"
            case .pageLoading(let event): event.isStart ? "start" : "stop"
            case .sent(.livePatch(let url), _): "live_patch \(url)"
            default: nil
            }
        }
    }

    @Test("124. patch link")
    func patchLink() throws {
        let page = try LivePage(link("patch", href: "/a?p=2"))
        let before = story(page).count
        try page.click("#l")
        let href = "http://localhost/a?p=2"
        #expect(
            Array(story(page).dropFirst(before)) == [
                "before \(href) patch:true pop:false forward", "start", "live_patch \(href)",
                "done \(href) patch:true pop:false forward", "stop",
            ])
        #expect(page.client.url == "/a?p=2")
        #expect(page.client.canGoBack)
    }

    @Test("125. replace keeps history length")
    func replace() throws {
        let page = try LivePage(link("patch", "replace", href: "/a?p=2"))
        try page.click("#l")
        #expect(page.client.url == "/a?p=2")
        #expect(!page.client.canGoBack)
    }

    @Test("126. live redirect")
    func liveRedirect() throws {
        let page = try LivePage(link("redirect", href: "/b"))
        let before = page.messages.count
        let answer = page.host.transports[0].answer
        var waiting: ClientFrame?
        page.transport.answer = { frame in
            if case .join = frame.message {
                waiting = frame
                return nil
            }
            return answer(frame)
        }
        try page.click("#l")
        let sent = Array(page.messages.dropFirst(before))
        #expect(sent.first == .leave)
        guard case .join(let join)? = sent.last else {
            Issue.record("no join was sent")
            return
        }
        #expect(join.address == .redirect("http://localhost/b"))
        #expect(join.params["_live_referer"] == "http://localhost/a")
        #expect(page.exists("#l"))
        page.transport.reply(
            .joined(JoinReply(rendered: try Diff(parsing: LivePage.tree("<p>B</p>")))), to: try #require(waiting))
        page.client.settle()
        #expect(page.html == "<p>B</p>")
        #expect(page.client.url == "/b")
        #expect(page.client.canGoBack)
    }

    @Test(
        "A live navigation puts the view in the element of its route",
        arguments: [
            (
                ViewContainer("section", ["class": "wide", "id": "forged"]), #"<section id="v1" "#,
                #" class="wide phx-connected""#
            ),
            (ViewContainer("div", ["data-x": "1"]), #"<div id="v1" "#, #" data-x="1" class="phx-connected""#),
        ])
    func container(_ container: ViewContainer, _ start: String, _ end: String) throws {
        let page = try LivePage(link("redirect", href: "/b"))
        page.rendered = try Diff(parsing: LivePage.tree("<p>B</p>"))
        let answer = page.host.transports[0].answer
        page.transport.answer = { frame in
            guard case .joined(var join)? = answer(frame) else { return answer(frame) }
            join.container = container
            return .joined(join)
        }
        try page.click("#l")
        let html = page.document.outerHTML(of: try page.element("#v1"))
        #expect(html.hasPrefix(start + #"data-phx-main="" data-phx-session="S" data-phx-static="T""# + end))
        #expect(page.html == "<p>B</p>")
        try page.patch("<p>C</p>")
        #expect(page.html == "<p>C</p>")
    }

    @Test("127. cross session fallback")
    func unauthorized() throws {
        let page = try LivePage(#"<button id="b" phx-click="go">"#)
        page.replies["go"] = .liveRedirect(LiveRedirect(to: "/other", flash: "F"))
        let answer = page.host.transports[0].answer
        page.transport.answer = { frame in
            if case .join = frame.message { return .refused(.unauthorized) }
            return answer(frame)
        }
        try page.click("#b")
        let request = try #require(page.host.requests.last)
        #expect(request.url == "/other")
        #expect(request.cookies["__phoenix_flash__"] == "F")
    }

    @Test("130. server push_patch")
    func serverPatch() throws {
        let page = try LivePage("<p>1</p>")
        page.push(.livePatch(LivePatch(to: "/a?p=3", kind: .push)))
        #expect(page.client.url == "/a?p=3")
        #expect(page.client.canGoBack)
        #expect(!page.messages.contains { if case .livePatch = $0 { true } else { false } })
    }

    @Test("131. diffs during a pending link wait")
    func pendingLink() throws {
        let page = try LivePage(
            tree: #"{"s":["<p>","</p>",""],"0":"0","1":\#(JSONValue.string(link("patch", href: "/a?p=2")).json)}"#)
        page.isHolding = true
        try page.click("#l")
        try page.push(#"{"0":"1"}"#)
        #expect(try page.text("p") == "0")
        page.release(.handled(try Diff(parsing: #"{"0":"2"}"#)))
        #expect(try page.text("p") == "2")
    }

    @Test("133. not connected")
    func notConnected() throws {
        let page = try LivePage(link("redirect", href: "/b"))
        page.host.acceptsConnections = false
        page.transport.isConnected = false
        page.client.settle()
        try page.click("#l")
        #expect(page.host.requests.last?.url == "/b")
    }

    @Test("Back and forward patch the same view, and a page load is loaded again")
    func history() throws {
        let page = try LivePage(link("patch", href: "/a?p=2"))
        try page.click("#l")
        page.client.goBack()
        page.client.settle()
        #expect(page.client.url == "/a")
        #expect(page.messages.last == .livePatch(url: "http://localhost/a"))
        page.client.goForward()
        page.client.settle()
        #expect(page.client.url == "/a?p=2")
        page.client.open("/c")
        page.client.settle()
        page.client.goBack()
        page.client.settle()
        #expect(page.host.requests.last?.url == "/a?p=2")
    }

    @Test(
        "References resolve like a browser's",
        arguments: [
            ("b", "http://h/a/b"), ("/b?x=1#f", "http://h/b?x=1#f"), ("?q", "http://h/a/c?q"),
            ("#f", "http://h/a/c?z#f"),
            ("../d", "http://h/d"), ("./", "http://h/a/"), ("http://x/y", "http://x/y"), ("http://x", "http://x/"),
            ("//x/y", "http://x/y"), ("", "http://h/a/c?z"),
        ])
    func resolve(reference: String, expected: String) {
        let base = PageURL(origin: "http://h", path: "/a/c", query: "z")
        #expect(base.resolve(reference).absolute == expected)
    }
}
