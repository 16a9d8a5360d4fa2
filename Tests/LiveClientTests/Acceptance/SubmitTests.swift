import LiveProtocol
import Testing

@testable import LiveClient

@Suite("D. Submit")
struct SubmitTests {
    @Test("44. submitter at its own place, no unused")
    func submitter() throws {
        let page = try LivePage(
            #"<form id="f" phx-submit="save"><input name="a"><button id="go" name="go" value="1">G</button><input name="b"></form>"#
        )
        try page.click("#go")
        #expect(page.pushes() == [.submit("save", "a=&go=1&b=")])
    }

    @Test("46. Enter uses the first submit button")
    func enter() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-submit="save"><input id="a" name="a"><button name="act" value="one">1</button>
            <button name="act" value="two">2</button></form>
            """#)
        try page.type("q", into: "#a")
        page.press("Enter")
        #expect(page.forms() == ["a=q&act=one"])
    }

    @Test("47. in-flight state and restore")
    func inFlight() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-submit="s"><input id="r" name="r" readonly><input id="w" name="w">
            <button id="s" phx-disable-with="Saving">Save</button></form>
            """#)
        page.isHolding = true
        try page.click("#s")
        #expect(try page.attribute("disabled", "#s") != nil)
        #expect(try page.text("#s") == "Saving")
        #expect(try page.classes("#s").contains("phx-submit-loading"))
        #expect(try page.classes("#f").contains("phx-submit-loading"))
        #expect(try page.attribute("readonly", "#w") != nil)
        page.release()
        #expect(try page.attribute("disabled", "#s") == nil)
        #expect(try page.text("#s") == "Save")
        #expect(try page.classes("#s") == [])
        #expect(try page.classes("#f") == [])
        #expect(try page.attribute("readonly", "#w") == nil)
        #expect(try page.attribute("readonly", "#r") != nil)
    }

    @Test("49. required blocks submit, not change")
    func required() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v" phx-submit="s"><input id="a" name="a" required><input id="b" name="b">
            <button id="go"></button></form>
            """#)
        try page.type("x", into: "#b")
        #expect(page.pushes().map(\.event) == ["v"])
        try page.click("#go")
        #expect(page.pushes() == [])
        #expect(page.document.activeElement == (try page.element("#a")))
    }

    @Test("50. debounce=blur is flushed before submit")
    func blurFlushed() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v" phx-submit="s"><input id="a" name="a" phx-debounce="blur"></form>"#)
        try page.type("hi", into: "#a")
        #expect(page.pushes() == [])
        page.press("Enter")
        #expect(page.pushes() == [.change("v", "a=hi", target: "a"), .submit("s", "a=hi")])
        #expect(page.document.activeElement == (try page.element("#a")))
    }

    @Test("52. events to a page being left are dropped")
    func leftPage() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v" phx-submit="s"><input id="a" name="a" phx-debounce="100"><input id="b" name="b" phx-debounce="blur"><button></button></form>"#
        )
        page.replies["s"] = .liveRedirect(LiveRedirect(to: "/b"))
        page.rendered = try Diff(parsing: LivePage.tree("<p>B</p>"))
        try page.type("1", into: "#a")
        try page.type("2", into: "#b")
        page.press("Enter")
        page.advance(by: 1000)
        #expect(try page.text("p") == "B")
        let messages = page.messages
        let join = try #require(
            messages.lastIndex {
                if case .join = $0 { true } else { false }
            })
        #expect(join == messages.count - 1)
    }

    @Test("53. phx-trigger-action")
    func triggerAction() throws {
        let form = { (attribute: String) in
            #"<form id="f" action="/login" method="post" phx-submit="s"\#(attribute)><input name="u" value="me"><button id="go" name="via" value="pw"></button></form>"#
        }
        let page = try LivePage(form(""))
        page.replies["s"] = .handled(
            try Diff(parsing: #"{"0":\#(JSONValue.string(form(" phx-trigger-action")).json)}"#))
        try page.click("#go")
        #expect(page.pushes().map(\.event) == ["s"])
        let request = try #require(page.host.requests.last)
        #expect(request.method == "POST")
        #expect(request.url == "/login")
        #expect(request.body == "u=me&via=pw")
    }
}

@Suite("E. Rate limiting")
struct RateLimitTests {
    @Test("54. debounce counts from the last event")
    func debounce() throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><input id="i" name="i" phx-debounce="100"></form>"#)
        try page.type("1", into: "#i")
        page.advance(by: 60)
        try page.type("2", into: "#i")
        page.advance(by: 60)
        try page.type("3", into: "#i")
        page.advance(by: 99)
        #expect(page.forms() == [])
        page.advance(by: 1)
        #expect(page.clock.now == .milliseconds(220))
        #expect(page.forms() == ["i=3"])
        page.advance(by: 1000)
        #expect(page.forms() == [])
    }

    @Test("56. throttle drops, no trailing push")
    func throttle() throws {
        let page = try LivePage(#"<button id="b" phx-click="x" phx-throttle="200">"#)
        var counts: [Int] = []
        for wait in [0, 50, 100, 60] {
            page.advance(by: wait)
            try page.click("#b")
            counts.append(page.pushes().count)
        }
        #expect(counts == [1, 0, 0, 1])
        page.advance(by: 1000)
        #expect(page.pushes() == [])
    }

    @Test("58. default is 300, and can be configured", arguments: [300, 50])
    func standard(time: Int) throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><input id="i" name="i" phx-debounce=""></form>"#)
        page.client.settings.defaultDebounce = time
        try page.type("x", into: "#i")
        page.advance(by: time - 1)
        #expect(page.forms() == [])
        page.advance(by: 1)
        #expect(page.forms() == ["i=x"])
    }

    @Test("59. removed element loses its pending push, unless it loses the focus with that, which pushes at once")
    func removed() throws {
        let html = #"<form id="f" phx-change="v"><input id="i" name="i" phx-debounce="100"></form>"#
        let unfocused = try LivePage(html)
        unfocused.client.input("x", into: try unfocused.element("#i"))
        try unfocused.patch(#"<form id="f" phx-change="v"></form>"#)
        unfocused.advance(by: 1000)
        #expect(unfocused.forms() == [])

        let focused = try LivePage(html)
        try focused.type("x", into: "#i")
        focused.advance(by: 50)
        try focused.patch(#"<form id="f" phx-change="v"></form>"#)
        #expect(focused.forms() == ["i=x"])
    }

    @Test("A throttled key lets another key through, and drops repeats")
    func throttledKeys() throws {
        let page = try LivePage(#"<input id="i" phx-keydown="k" phx-throttle="200">"#)
        try page.focus("#i")
        for key in ["a", "a", "b", "b"] { page.press(key) }
        #expect(page.pushes().map(\.value) == [.json(["key": "a", "value": ""]), .json(["key": "b", "value": ""])])
    }

    @Test("A time that is no number is reported, and the event is lost")
    func badTime() throws {
        let page = try LivePage(#"<button id="b" phx-click="x" phx-throttle="soon">"#)
        try page.click("#b")
        #expect(page.pushes() == [])
        #expect(page.client.diagnostics.map(\.rule) == [.rateLimitValue])
    }

    @Test("What is posted natively ends its lines by CR LF, whatever they ended by")
    func lineEnds() throws {
        let page = try LivePage(
            #"<form action="/x" method="post"><textarea id="t" name="t"></textarea><button id="go"></button></form>"#)
        page.client.input("a\nb\r\nc", into: try page.element("#t"))
        try page.click("#go")
        #expect(try #require(page.host.requests.last).body == "t=a%0D%0Ab%0D%0Ac")
    }
}
