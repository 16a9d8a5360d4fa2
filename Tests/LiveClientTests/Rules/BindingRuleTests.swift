import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

/// Rules of the specification that no acceptance case names, one test each.
@Suite("Rules of bindings, forms and commands")
struct BindingRuleTests {
    private func dispatched(_ page: LivePage) -> [String] {
        page.client.log.compactMap { if case .dispatched(let event) = $0.event { event.name } else { nil } }
    }

    // MARK: Clicks

    @Test("The search for phx-click ends below the view's container")
    func viewRoot() throws {
        let host = ScriptedHost(
            respond: { _ in
                PageResponse(html: #"<div id="v1" data-phx-main data-phx-session="S" phx-click="root"></div>"#)
            },
            answer: { frame in
                if case .join = frame.message {
                    (try? Diff(parsing: LivePage.tree(#"<p id="p"></p>"#))).map { .joined(JoinReply(rendered: $0)) }
                } else {
                    .handled(nil)
                }
            })
        let client = LiveClient(host: host, clock: VirtualClock())
        client.open("/")
        client.settle()
        client.click(try #require(client.document.element(withID: "p")))
        #expect(!host.transports[0].sent.contains { if case .event = $0.message { true } else { false } })
    }

    @Test("A disabled button inside a clickable element takes the click away; a disabled link does not")
    func disabled() throws {
        let page = try LivePage(
            #"<div phx-click="outer"><button id="b" disabled>b</button><a id="a" disabled phx-click="a">a</a></div>"#)
        try page.click("#b")
        try page.click("#a")
        #expect(page.pushes().map(\.event) == ["a"])
    }

    @Test("An item of a list sends its number, a meter its value, plain elements nothing")
    func values() throws {
        let page = try LivePage(
            #"""
            <li id="l" phx-click="x"></li><meter id="m" value="0.5" phx-click="x"></meter>
            <output id="o" phx-click="x">out</output><p id="p" value="no" phx-click="x"></p>
            """#)
        for selector in ["#l", "#m", "#o", "#p"] { try page.click(selector) }
        #expect(
            page.pushes() == [
                .plain("click", "x", ["value": 0]), .plain("click", "x", ["value": 0.5]),
                .plain("click", "x", ["value": "out"]), .plain("click", "x"),
            ])
    }

    // MARK: Forms

    @Test("phx-no-unused-field on a form or on a field leaves its marks out")
    func noUnusedField() throws {
        let fields = #"<input id="a" name="a"><input id="b" name="b" phx-no-unused-field><input name="c">"#
        let page = try LivePage(
            #"<form phx-change="v">\#(fields)</form><form phx-change="w" phx-no-unused-field><input id="d" name="d"><input name="e"></form>"#
        )
        try page.type("1", into: "#a")
        try page.type("2", into: "#d")
        #expect(page.forms() == ["a=1&b=&_unused_c=&c=", "d=2&e="])
    }

    @Test("A focused field with phx-patch-focused takes the server's value")
    func patchFocused() throws {
        let page = try LivePage(#"<input id="i" name="i" phx-patch-focused>"#)
        try page.type("typed", into: "#i")
        try page.patch(#"<input id="i" name="i" value="served" phx-patch-focused>"#)
        #expect(page.document.value(of: try page.element("#i")) == "served")
    }

    @Test("A form in a portal is recovered with its view")
    func portalRecovery() throws {
        let html =
            ##"<div id="out"></div><template id="t" data-phx-portal="#out"><div id="w"><form id="f" phx-change="v"><input id="i" name="i"></form></div></template>"##
        let page = try LivePage(html)
        try page.type("kept", into: "#i")
        _ = page.pushes()
        page.push(.error)
        page.advance(by: 1_000)
        #expect(page.pushes() == [.change("v", "i=kept", target: "i")])
    }

    @Test(
        "Forms without id, without phx-change, with phx-auto-recover=ignore, or with another event now, are not recovered",
        arguments: [
            (#"<form phx-change="v">"#, nil), (#"<form id="f" phx-submit="v">"#, nil),
            (#"<form id="f" phx-change="v" phx-auto-recover="ignore">"#, nil),
            (#"<form id="f" phx-change="v">"#, #"<form id="f" phx-change="w">"#),
        ] as [(String, String?)])
    func notRecovered(form: String, later: String?) throws {
        let page = try LivePage(form + #"<input id="i" name="i"></form>"#)
        try page.type("x", into: "#i")
        _ = page.pushes()
        page.rendered = try Diff(parsing: LivePage.tree((later ?? form) + #"<input id="i" name="i"></form>"#))
        page.push(.error)
        page.advance(by: 1_000)
        #expect(page.pushes() == [])
    }

    // MARK: Joins

    @Test("A join names the tracked files of the page, and says nothing of them where there are none")
    func trackStatic() throws {
        func params(_ head: String) throws -> JSONValue? {
            var joins: [JoinRequest] = []
            let host = ScriptedHost(
                respond: { _ in PageResponse(html: head + LivePage.shell) },
                answer: { frame in
                    if case .join(let join) = frame.message { joins.append(join) }
                    return nil
                })
            let client = LiveClient(host: host, clock: VirtualClock())
            client.open("/a/b")
            client.settle()
            return try #require(joins.first).params["_track_static"]
        }
        #expect(
            try params(#"<link phx-track-static href="/app.css"><script phx-track-static src="app.js"></script>"#)
                == ["http://localhost/app.css", "http://localhost/a/app.js"])
        #expect(try params("<link href=x>") == nil)
    }

    // MARK: Navigation

    @Test("What leads to another host is not followed, and told", arguments: ["link", "command", "server"])
    func otherHost(kind: String) throws {
        let page = try LivePage(
            #"""
            <a id="link" href="http://elsewhere/x">x</a>
            <i id="command" phx-click='[["navigate",{"href":"http://elsewhere/x","replace":false}]]'></i><i id="server" phx-click="go"></i>
            """#)
        page.replies["go"] = .redirect(Redirect(to: "http://elsewhere/x"))
        try page.click("#" + kind)
        #expect(page.host.requests.count == 1)
        #expect(page.client.url == "/a")
        #expect(page.client.diagnostics.map(\.rule) == [.navigation])
    }

    @Test("Of two navigations in one chain, the first counts")
    func twoNavigations() throws {
        let page = try LivePage(
            #"<i id="i" phx-click='[["patch",{"href":"/a?1","replace":false}],["navigate",{"href":"/b","replace":false}]]'></i>"#
        )
        try page.click("#i")
        #expect(page.client.url == "/a?1")
        #expect(page.client.diagnostics.map(\.rule) == [.invalidCommands])
    }

    @Test("A patch that fails loads the page anew; one that the server wants followed by a redirect is")
    func patchAnswers() throws {
        let link = #"<a id="l" data-phx-link="patch" data-phx-link-state="push" href="/b">go</a>"#
        let page = try LivePage(link)
        page.isHolding = true
        try page.click("#l")
        page.release(.failed(["reason": "no"]))
        #expect(page.host.requests.count == 2)
        try page.click("#l")
        page.release(.linkRedirect)
        #expect(page.client.url == "/b")
        #expect(page.host.requests.count == 2)
    }

    // MARK: Commands

    @Test(
        "A target that nothing matches is no mistake",
        arguments: [##""#none""##, #"{"inner":".none"}"#, #"{"closest":".none"}"#])
    func missingTarget(to: String) throws {
        let page = try LivePage(
            #"<i id="i" phx-click='[["hide",{"to":\#(to)}],["add_class",{"names":["x"],"to":\#(to)}],["push",{"event":"on"}]]'></i>"#
        )
        try page.click("#i")
        #expect(page.client.diagnostics == [])
        #expect(page.pushes().map(\.event) == ["on"])
    }

    @Test("What a command hid stays hidden when its element is patched")
    func stickyDisplay() throws {
        let page = try LivePage(##"<p id="p">1</p><i id="i" phx-click='[["hide",{"to":"#p"}]]'></i>"##)
        try page.click("#i")
        try page.patch(##"<p id="p" style="color: red">2</p>"##)
        #expect(try page.attribute("style", "#p")?.contains("display: none") == true)
        #expect(try page.text("#p") == "2")
    }

    @Test(
        "A transition of no time ends at once, and one without a time after 200 ms",
        arguments: [(#","time":0"#, 0), ("", 200)])
    func transitionTime(option: String, time: Int) throws {
        let page = try LivePage(
            ##"<p id="p"></p><i id="i" phx-click='[["hide",{"to":"#p","transition":[["out"],[],[]]\##(option)}]]'></i>"##
        )
        try page.click("#i")
        if time > 0 {
            page.advance(by: time - 1)
            #expect(!dispatched(page).contains("phx:hide-end"))
            page.advance(by: 1)
        }
        #expect(dispatched(page) == ["phx:hide-start", "phx:hide-end"])
    }

    @Test("Showing what is shown and hiding what is hidden does nothing at all")
    func nothingToShow() throws {
        let page = try LivePage(
            ##"<p id="p"></p><p id="h" hidden></p><i id="i" phx-click='[["show",{"to":"#p"}],["hide",{"to":"#h"}]]'></i>"##
        )
        try page.click("#i")
        #expect(dispatched(page) == [])
        #expect(try page.attribute("style", "#p") == nil)
    }

    @Test("A plain event name is no command where commands are asked for")
    func plainName() throws {
        let page = try LivePage(
            ##"<p id="p" data-close="close"></p><i id="i" phx-click='[["exec",{"attr":"data-close","to":"#p"}]]'></i>"##
        )
        try page.click("#i")
        #expect(page.pushes() == [])
        #expect(page.client.diagnostics.map(\.rule) == [.invalidCommands])
    }

    @Test(
        "Commands that cannot be read are told, and the page goes on",
        arguments: ["[[", #"[["frobnicate",{}]]"#, "[1]"])
    func badCommands(text: String) throws {
        let page = try LivePage("<i id=\"i\" phx-click='\(text)'></i>")
        try page.click("#i")
        #expect(page.client.diagnostics.map(\.rule) == [.invalidCommands])
    }

    // MARK: Lint

    @Test("A finding is ignored, told, or an error, as the settings say", arguments: LintLevel.allCases)
    func lint(level: LintLevel) throws {
        let page = try LivePage(tree: LivePage.tree(#"<p id="x"></p><p id="x"></p>"#)) {
            $0.settings.lint[.duplicateID] = level
        }
        let found = page.client.diagnostics.map(\.severity)
        switch level {
        case .ignore: #expect(found == [])
        case .warn: #expect(found == [.warning])
        case .error: #expect(found == [.error])
        }
    }
}
