import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("J. JS commands")
struct CommandTests {
    /// A button whose commands run at a click.
    private func button(_ commands: String, id: String = "go") -> String {
        #"<button id="\#(id)" phx-click='\#(commands)'></button>"#
    }

    private func dispatched(_ page: LivePage) -> [String] {
        page.client.log.compactMap {
            if case .dispatched(let event) = $0.event { event.name } else { nil }
        }
    }

    @Test("107. implicit push equals explicit")
    func implicitPush() throws {
        let page = try LivePage(#"<button id="a" phx-click="inc"></button>"# + button(#"[["push",{"event":"inc"}]]"#))
        try page.click("#a")
        try page.click("#go")
        let pushes = page.pushes()
        #expect(pushes.count == 2)
        #expect(pushes[0] == pushes[1])
    }

    @Test(
        "108. show and its display",
        arguments: [
            (#"<div id="d" style="display:none"></div>"#, ##"{"to":"#d"}"##, "block"),
            (#"<table><tr id="d" style="display:none"></tr></table>"#, ##"{"to":"#d"}"##, "table-row"),
            (#"<i id="d" style="display:none"></i>"#, ##"{"to":"#d","display":"inline-block"}"##, "inline-block"),
        ])
    func show(html: String, arguments: String, display: String) throws {
        let page = try LivePage(html + button(#"[["show",\#(arguments)]]"#))
        try page.click("#go")
        #expect(try page.attribute("style", "#d") == "display: \(display);")
        #expect(dispatched(page) == ["phx:show-start", "phx:show-end"])
        try page.click("#go")
        #expect(dispatched(page).count == 2)
    }

    @Test("108. hide and toggle")
    func hideAndToggle() throws {
        let page = try LivePage(
            #"<div id="d"></div>"# + button(##"[["hide",{"to":"#d"}]]"##)
                + button(##"[["toggle",{"to":"#d"}]]"##, id: "t"))
        try page.click("#go")
        try page.click("#go")
        #expect(try page.attribute("style", "#d") == "display: none;")
        #expect(dispatched(page) == ["phx:hide-start", "phx:hide-end"])
        try page.click("#t")
        #expect(try page.attribute("style", "#d") == "display: block;")
    }

    @Test(
        "Phoenix.FocusWrap takes the focus to its first element when it is there at once, and itself when it is shown later",
        arguments: [("", "in"), ("display: none", "go"), ("display: none\" tabindex=\"0", "d")])
    func focusWrap(style: String, focused: String) throws {
        let page = try LivePage(
            ##"<div id="d" phx-hook="Phoenix.FocusWrap" style="\##(style)"><p>x</p><button id="in"></button></div>"##
                + button(##"[["show",{"to":"#d"}]]"##))
        #expect(page.client.diagnostics.isEmpty)
        if !style.isEmpty {
            #expect(page.document.activeElement == nil)
            try page.click("#go")
        }
        #expect(page.document.activeElement == (try page.element("#\(focused)")))
    }

    @Test("110. scopes")
    func scopes() throws {
        let page = try LivePage(
            #"""
            <div class="m"><div id="b" phx-click='[["set_attr",{"attr":["data-i","1"],"to":{"inner":".x"}}],
            ["set_attr",{"attr":["data-c","1"],"to":{"closest":".m"}}],["set_attr",{"attr":["data-d","1"],"to":".x"}]]'>
            <i class="x"></i></div></div><u class="x"></u>
            """#)
        try page.click("#b")
        let count = { (selector: String) in
            page.document.all(try Selector(selector), below: page.document.root).count
        }
        #expect(try count("[data-i]") == 1)
        #expect(try count(".m[data-c]") == 1)
        #expect(try count("[data-c]") == 1)
        #expect(try count(".x[data-d]") == 2)
    }

    @Test("111. class survives patches")
    func stickyClass() throws {
        let html = { (name: String) in
            #"<div id="d" class="\#(name)"></div>"# + self.button(##"[["add_class",{"names":["on"],"to":"#d"}]]"##)
        }
        let page = try LivePage(html("a"))
        try page.click("#go")
        try page.patch(html("b"))
        try page.patch(html("c"))
        #expect(try page.classes("#d") == ["c", "on"])
    }

    @Test("113. attribute survives; last write wins")
    func stickyAttribute() throws {
        let html = { (text: String) in
            #"<div id="d">\#(text)</div>"#
                + self.button(
                    ##"[["set_attr",{"attr":["open","true"],"to":"#d"}],["set_attr",{"attr":["open","false"],"to":"#d"}]]"##
                )
        }
        let page = try LivePage(html("1"))
        try page.click("#go")
        try page.patch(html("2"))
        #expect(try page.attribute("open", "#d") == "false")
        #expect(try page.text("#d") == "2")
    }

    @Test("114. toggle_attr with 2 and 3 values")
    func toggleAttribute() throws {
        let page = try LivePage(
            #"""
            <b id="b" aria-x="false" phx-click='[["toggle_attr",{"attr":["aria-x","true","false"]}],["toggle_attr",{"attr":["open","y"]}]]'></b>
            """#)
        try page.click("#b")
        #expect(try page.attribute("aria-x", "#b") == "true")
        #expect(try page.attribute("open", "#b") == "y")
        try page.click("#b")
        #expect(try page.attribute("aria-x", "#b") == "false")
        #expect(try page.attribute("open", "#b") == nil)
    }

    @Test("115. effects end with the element")
    func effectsEnd() throws {
        let shown = #"<div id="d"></div>"#
        let go = button(##"[["hide",{"to":"#d"}]]"##)
        let page = try LivePage(shown + go)
        try page.click("#go")
        #expect(try !page.client.page.effects.isVisible(page.element("#d")))
        try page.patch(go)
        try page.patch(shown + go)
        #expect(try page.client.page.effects.isVisible(page.element("#d")))
    }

    @Test("117. transition classes")
    func transition() throws {
        let page = try LivePage(
            #"""
            <div id="d" phx-click='[["toggle_class",{"names":["t"],"transition":[["a"],["b"],["c"]],"time":200}]]'></div>
            """#)
        try page.click("#d")
        #expect(try page.classes("#d") == ["a", "c"])
        page.advance(by: 200)
        #expect(try page.classes("#d") == ["c", "t"])
    }

    @Test("A blocking transition delays patches, in order; a non-blocking one does not", arguments: [true, false])
    func blocking(isBlocking: Bool) throws {
        let page = try LivePage(
            tree: #"""
                {"s":["<p id=\"p\">","</p><b id=\"b\" phx-click='[[\"transition\",{\"transition\":[[\"a\"],[],[]],\"time\":300,\"blocking\":\#(isBlocking)}]]'></b>"],"0":"0"}
                """#)
        try page.click("#b")
        try page.push(#"{"0":"1"}"#)
        try page.push(#"{"0":"2"}"#)
        #expect(try page.text("#p") == (isBlocking ? "0" : "2"))
        page.advance(by: 300)
        #expect(try page.text("#p") == "2")
    }

    @Test("119. dispatch click chains")
    func dispatchClick() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input id="c" type="checkbox" name="c"></form>"#
                + button(##"[["dispatch",{"event":"click","to":"#c"}]]"##))
        try page.click("#go")
        #expect(page.document.isChecked(try page.element("#c")))
        #expect(page.forms() == ["c=on"])
    }

    @Test("120. focus after show")
    func focusAfterShow() throws {
        let page = try LivePage(
            #"<div id="m" style="display:none"><input id="i"></div>"#
                + button(##"[["show",{"to":"#m"}],["focus_first",{"to":"#m"}]]"##))
        try page.click("#go")
        #expect(page.document.activeElement == (try page.element("#i")))
    }

    @Test("123. page_loading", arguments: [true, false])
    func pageLoading(succeeds: Bool) throws {
        let page = try LivePage(button(#"[["push",{"event":"x","page_loading":true}]]"#))
        page.replies["x"] = succeeds ? .handled(nil) : .failed("no")
        try page.click("#go")
        let node = try page.element("#go")
        let events = page.client.log.compactMap { entry -> Bool? in
            guard case .pageLoading(let event) = entry.event, event.kind == .element(node) else { return nil }
            return event.isStart
        }
        #expect(events == [true, false])
    }

    @Test("The focus stack gives back what was pushed last")
    func focusStack() throws {
        let page = try LivePage(
            #"<input id="a"><input id="b">"#
                + button(##"[["push_focus",{"to":"#a"}],["push_focus",{"to":"#b"}]]"##)
                + button(#"[["pop_focus",{}]]"#, id: "pop"))
        try page.click("#go")
        try page.click("#pop")
        #expect(page.document.activeElement == (try page.element("#b")))
        try page.click("#pop")
        #expect(page.document.activeElement == (try page.element("#a")))
    }

    @Test("exec runs another element's commands on that element, and a missing attribute is reported")
    func exec() throws {
        let page = try LivePage(
            #"<div id="d" data-cancel='[["add_class",{"names":["gone"]}]]'></div>"#
                + button(##"[["exec",{"attr":"data-cancel","to":"#d"}],["exec",{"attr":"data-none","to":"#d"}]]"##))
        try page.click("#go")
        #expect(try page.classes("#d") == ["gone"])
        #expect(page.client.diagnostics.map(\.rule) == [.execWithoutCommands])
    }

    @Test("ignore_attrs leaves attributes to the client from the next patch on")
    func ignoreAttributes() throws {
        let html = { (attributes: String) in
            #"<details id="d" \#(attributes) phx-mounted='[["ignore_attrs",{"attrs":["open","data-*"]}]]'></details>"#
        }
        let page = try LivePage(html(#"data-n="1" class="a""#))
        page.document.setAttribute("open", to: "", of: try page.element("#d"))
        try page.patch(html(#"data-n="2" class="b""#))
        #expect(try page.attribute("open", "#d") == "")
        #expect(try page.attribute("data-n", "#d") == "1")
        #expect(try page.attribute("class", "#d") == "b")
    }

    @Test("phx-remove runs and the element goes when its transition has ended")
    func remove() throws {
        let page = try LivePage(
            #"""
            <div id="d" phx-click="x" phx-remove='[["hide",{"transition":[["out"],[],[]],"time":100}]]'></div><p></p>
            """#)
        try page.patch("<p></p>")
        #expect(page.exists("#d"))
        // A click on what leaves is still heard, as in a browser.
        try page.click("#d")
        #expect(page.pushes().map(\.event) == ["x"])
        page.advance(by: 100)
        #expect(!page.exists("#d"))
    }
}
