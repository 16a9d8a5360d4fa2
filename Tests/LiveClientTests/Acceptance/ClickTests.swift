import LiveProtocol
import Testing

@testable import LiveClient

@Suite("A. Click and its value")
struct ClickTests {
    @Test("1. plain button sends its empty value")
    func plainButton() throws {
        let page = try LivePage(#"<button id="b" phx-click="inc">+</button>"#)
        try page.click("#b")
        #expect(page.pushes() == [.plain("click", "inc", ["value": ""])])
    }

    @Test("2. only elements with a value property send `value`")
    func valueProperty() throws {
        let page = try LivePage(
            #"<span id="s" phx-click="go" value="123" phx-value-extra="&lt;4&gt;">x</span>"#)
        try page.click("#s")
        #expect(page.pushes() == [.plain("click", "go", ["extra": "<4>"])])
    }

    @Test("4. closest binding wins, once")
    func closest() throws {
        let page = try LivePage(
            #"<div phx-click="outer"><button phx-click="inner"><i id="t">x</i></button></div>"#)
        try page.click("#t")
        #expect(page.pushes().map(\.event) == ["inner"])
    }

    @Test("6. checkbox toggles before its click is pushed")
    func checkbox() throws {
        let page = try LivePage(#"<input id="c" type="checkbox" phx-click="toggle">"#)
        try page.click("#c")
        #expect(page.pushes() == [.plain("click", "toggle", ["value": "on"])])
        try page.click("#c")
        #expect(page.pushes() == [.plain("click", "toggle", [:])])
    }

    @Test("7. button value property beats phx-value-value")
    func buttonValue() throws {
        let page = try LivePage(#"<button id="b" value="A" phx-value-value="B" phx-click="x">"#)
        try page.click("#b")
        #expect(page.pushes() == [.plain("click", "x", ["value": "A"])])
    }

    @Test("8. JS.push value beats phx-value-*")
    func pushValue() throws {
        let page = try LivePage(
            #"<button id="b" phx-value-room="bed" phx-value-limit="no" phx-click='[["push",{"event":"x","value":{"limit":40}}]]'>"#
        )
        try page.click("#b")
        #expect(page.pushes() == [.plain("click", "x", ["room": "bed", "limit": 40, "value": ""])])
    }

    @Test("9. clicks are ignored while awaiting the ack")
    func awaiting() throws {
        let page = try LivePage(#"<button id="b" phx-click="inc">"#)
        page.isHolding = true
        for _ in 0..<3 { try page.click("#b") }
        #expect(page.pushes().count == 1)
        page.release()
        try page.click("#b")
        #expect(page.pushes().count == 1)
    }

    @Test("10. click-away outside, inside, hidden")
    func clickAway() throws {
        let page = try LivePage(
            #"<div id="m" phx-click-away="close"><b id="in">i</b></div><p id="out">o</p>"#)
        try page.click("#in")
        #expect(page.pushes() == [])
        try page.click("#out")
        #expect(page.pushes() == [.plain("click", "close")])
        page.document.setAttribute("style", to: "display: none", of: try page.element("#m"))
        try page.click("#out")
        #expect(page.pushes() == [])
    }

    @Test("12. drag out does not count as away")
    func dragOut() throws {
        let page = try LivePage(
            #"<div id="m" phx-click-away="close"><input id="i"></div><p id="out">o</p>"#)
        try page.click("#out", startedOn: "#i")
        #expect(page.pushes() == [])
    }

    @Test("14. several pushes in one binding")
    func severalPushes() throws {
        let page = try LivePage(
            #"<button id="b" phx-click='[["push",{"event":"inc","value":{"n":1}}],["push",{"event":"inc","value":{"n":10}}]]'>"#
        )
        try page.click("#b")
        #expect(
            page.pushes() == [
                .plain("click", "inc", ["n": 1, "value": ""]), .plain("click", "inc", ["n": 10, "value": ""]),
            ])
    }
}

@Suite("B. Keys and focus")
struct KeyTests {
    @Test("15. keydown on an input carries key and value")
    func keydown() throws {
        let page = try LivePage(#"<input id="i" phx-keydown="k" value="ab">"#)
        try page.focus("#i")
        page.press("Escape")
        #expect(page.pushes() == [.plain("keydown", "k", ["key": "Escape", "value": "ab"])])
    }

    @Test("16. window key")
    func windowKey() throws {
        let page = try LivePage(#"<div phx-window-keyup="up" phx-value-page="1"></div>"#)
        page.press("ArrowUp")
        #expect(page.pushes() == [.plain("keyup", "up", ["key": "ArrowUp", "page": "1"])])
    }

    @Test("18. own binding suppresses window bindings")
    func ownBinding() throws {
        let page = try LivePage(#"<input id="i" phx-keydown="own"><div phx-window-keydown="win"></div>"#)
        try page.focus("#i")
        page.press("a")
        #expect(page.pushes().map(\.event) == ["own"])
    }

    @Test("19. phx-key filter ignores case")
    func keyFilter() throws {
        let page = try LivePage(#"<div phx-window-keydown="close" phx-key="escape"></div>"#)
        page.press("Enter")
        #expect(page.pushes() == [])
        page.press("Escape")
        #expect(page.pushes() == [.plain("keydown", "close", ["key": "Escape"])])
    }

    @Test("21. modifiers only when asked for, typed")
    func modifiers() throws {
        let page = try LivePage(#"<div phx-window-keydown="k"></div>"#)
        page.press("s", modifiers: .control)
        #expect(page.pushes() == [.plain("keydown", "k", ["key": "s"])])
        page.client.settings.sendsModifiers = true
        page.press("s", modifiers: .control)
        #expect(page.pushes() == [.plain("keydown", "k", ["key": "s", "ctrlKey": true])])
    }

    @Test("23. focus is looked up on the target only")
    func focusOnTarget() throws {
        let page = try LivePage(#"<div phx-focus="f"><input id="i"></div>"#)
        try page.focus("#i")
        #expect(page.pushes() == [])
    }

    @Test("24. window blur and focus as documented")
    func windowFocus() throws {
        let page = try LivePage(
            #"<div phx-window-blur="off" phx-window-focus="on" phx-value-page="9"></div>"#)
        page.client.windowBlur()
        page.client.windowFocus()
        page.client.settle()
        #expect(
            page.pushes() == [.plain("blur", "off", ["page": "9"]), .plain("focus", "on", ["page": "9"])])
    }
}
