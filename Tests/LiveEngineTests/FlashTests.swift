import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// What the page on flash messages says, and the rules of Flash.md, one by one.
@Suite struct FlashTests {
    struct Details: Codable, Equatable, Sendable {
        var title: String
        var fields: [String]
    }

    enum Event: Decodable, Sendable {
        case put(key: String, text: String)
        case putNumber(Int)
        case putDetails
        case clearAll
        case clear(key: String)
        case putThenClear
        case putThenNavigate(to: String)
        case putClearNavigate
        case navigate(to: String)
        case redirect(to: String)
        case patch(to: String)
        case putThenPatch(to: String)
        case putThenFail
    }

    struct Refused: Error, CustomStringConvertible { let description = "refused" }

    struct FlashView: LiveView {
        struct Context: LiveContext { var visits = 0 }
        typealias Event = FlashTests.Event

        func handleParams(_ params: Params, _ socket: inout Socket) throws {
            socket.context.visits += 1
            if let text = params["say"] { socket.putFlash("said", text) }
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .put(let key, let text): socket.putFlash(key, text)
            case .putNumber(let number): socket.putFlash("number", number)
            case .putDetails: socket.putFlash("error", Details(title: "Oh", fields: ["name", "mail"]))
            case .clearAll: socket.clearFlash()
            case .clear(let key): socket.clearFlash(key)
            case .putThenClear:
                socket.putFlash("info", "gone at once")
                socket.clearFlash("info")
                socket.pushNavigate(to: "/other")
            case .putThenNavigate(let url):
                socket.putFlash("info", "travels")
                socket.pushNavigate(to: url)
            case .putClearNavigate:
                socket.putFlash("info", "travels")
                socket.clearFlash()
                socket.pushNavigate(to: "/other")
            case .navigate(let url): socket.pushNavigate(to: url)
            case .redirect(let url):
                socket.putFlash("info", "travels")
                socket.redirect(to: url)
            case .patch(let url): socket.pushPatch(to: url)
            case .putThenPatch(let url):
                socket.putFlash("info", "new")
                socket.pushPatch(to: url)
            case .putThenFail:
                socket.putFlash("info", "never")
                throw Refused()
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "<main>\(meta.flash.map { key, value in #"<p id="\#(key)">\#(value)</p>"# })</main>"
        }
    }

    struct OtherView: LiveView {
        typealias Context = NoContext
        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "<b>\(meta.flash.map { key, value in "\(key)=\(value);" })</b>"
        }
    }

    static let routes = Routes {
        Route("/") { FlashView() }
        Route("/other") { OtherView() }
    }

    let page: TestPage

    init() {
        page = TestPage(Self.routes)
        page.join("/")
    }

    func put(_ key: String, _ text: String) { page.click("put", ["key": .string(key), "text": .string(text)]) }

    // MARK: The store

    @Test func `there is no flash at first`() {
        #expect(page.flash.isEmpty)
        #expect(page.html == "<main></main>")
    }

    @Test func `messages show in the order in which they were put`() {
        put("info", "one")
        put("error", "two")
        #expect(page.html == #"<main><p id="info">one</p><p id="error">two</p></main>"#)
    }

    @Test func `the same key replaces the message in its place`() {
        put("info", "one")
        put("error", "two")
        put("info", "three")
        #expect(page.html == #"<main><p id="info">three</p><p id="error">two</p></main>"#)
    }

    @Test func `a cleared key that is put again comes last`() {
        put("info", "one")
        put("error", "two")
        page.click("clear", ["key": "info"])
        put("info", "three")
        #expect(Array(page.flash.keys) == ["error", "info"])
    }

    @Test func `clearing one key leaves the others`() {
        put("info", "one")
        put("error", "two")
        page.click("clear", ["key": "info"])
        #expect(page.html == #"<main><p id="error">two</p></main>"#)
    }

    @Test func `clearing a key that is not there changes nothing`() {
        put("info", "one")
        #expect(page.click("clear", ["key": "nobody"]) == .handled(nil))
        #expect(page.flash.count == 1)
    }

    @Test func `clearing all leaves none`() {
        put("info", "one")
        put("error", "two")
        page.click("clearAll")
        #expect(page.html == "<main></main>")
    }

    @Test func `an empty text is a key`() {
        put("", "one")
        #expect(page.flash[""] == "one")
        page.click("lv:clear-flash", ["key": ""])
        #expect(page.flash.isEmpty)
    }

    @Test func `a message stays through other events until it is cleared`() {
        put("info", "one")
        put("other", "x")
        page.click("clear", ["key": "other"])
        #expect(page.flash["info"] == "one")
    }

    @Test func `the same message put again sends nothing`() {
        put("info", "one")
        #expect(page.click("put", ["key": "info", "text": "one"]) == .handled(nil))
    }

    @Test func `text is escaped`() {
        put("info", #"<b>"R&D's"</b>"#)
        #expect(page.html.contains("&lt;b&gt;&#34;R&amp;D&#39;s&#34;&lt;/b&gt;"))
    }

    @Test func `any value that can be encoded is a message`() {
        page.click("putNumber", ["value": "42"])
        page.click("putDetails")
        #expect(page.flash["number"] == 42)
        #expect(page.flash["error"] == ["title": "Oh", "fields": ["name", "mail"]])
        #expect(page.html.contains(#"<p id="number">42</p>"#))
    }

    @Test func `values are read as the type they were put as, or as any type of the same form`() throws {
        struct Same: Decodable, Equatable { var title: String }
        var flash = Flash()
        let details = Details(title: "Oh", fields: ["name"])
        flash.put("error", FlashValue(details))
        flash.put("info", FlashValue("text"))
        #expect(try flash.decode(Details.self, "error") == details)
        #expect(try flash.decode(Same.self, "error") == Same(title: "Oh"))
        #expect(try flash.decode(Details.self, "none") == nil)
        #expect(flash["info"]?.string == "text")
        #expect(flash["error"]?.string == nil)
        #expect(throws: PayloadError.self) { try flash.decode(Details.self, "info") }
    }

    // MARK: The built-in event

    @Test(
        arguments: [
            (["key": "info"], ["error"]),
            (["key": "nobody"], ["info", "error"]),
            (["key": ""], ["info", "error"]),
            ([:], []),
            (["value": ""], []),
            (nil, []),
        ] as [(JSONValue, [String])])
    func `lv:clear-flash clears its key, or all without one`(_ payload: JSONValue, _ left: [String]) {
        put("info", "one")
        put("error", "two")
        page.click("lv:clear-flash", payload)
        #expect(Array(page.flash.keys) == left)
        #expect(page.failures.isEmpty)
    }

    @Test(arguments: [["key": 5], ["key": nil], ["key": ["info"]], ["key": true], "info", 5, ["info"]] as [JSONValue])
    func `lv:clear-flash with a key that is no text clears nothing and is an error`(_ payload: JSONValue) {
        put("info", "one")
        let reply = page.click("lv:clear-flash", payload)
        #expect(reply?.failure?.hasPrefix(#"event "lv:clear-flash": "#) == true)
        #expect(page.flash.count == 1)
        #expect(page.failures.count == 1)
    }

    @Test func `lv:clear-flash of a form reads the form's key`() {
        put("info", "one")
        put("error", "two")
        page.submit("lv:clear-flash", "key=error")
        #expect(Array(page.flash.keys) == ["info"])
        #expect(page.submit("lv:clear-flash", "key[]=info")?.failure != nil)
        #expect(Array(page.flash.keys) == ["info"])
    }

    @Test func `other events of that kind fail loudly`() {
        #expect(
            page.click("lv:clear")?.failure
                == #"event "lv:clear": no such built-in event; there is "lv:clear-flash""#)
    }

    // MARK: Failures

    @Test func `a handler that throws leaves the flash as it was`() {
        put("info", "one")
        #expect(page.click("put-then-fail")?.failure == #"event "put-then-fail": refused"#)
        #expect(page.flash["info"] == "one")
    }

    // MARK: Travelling

    func token(_ reply: Reply?) -> String? {
        switch reply {
        case .liveRedirect(let redirect)?: redirect.flash
        case .redirect(let redirect)?: redirect.flash
        default: nil
        }
    }

    @Test func `a message travels with the navigation it was put with`() {
        let reply = page.click("putThenNavigate", ["to": "/other"])
        page.join("/other", isRedirect: true, flash: token(reply))
        #expect(page.html == "<b>info=travels;</b>")
    }

    @Test func `a message of an earlier event does not travel`() {
        put("info", "early")
        #expect(page.click("navigate", ["to": "/other"]) == .liveRedirect(LiveRedirect(to: "/other")))
        page.join("/other", isRedirect: true)
        #expect(page.html == "<b></b>")
    }

    @Test func `of two messages only the new one travels`() {
        put("old", "early")
        let reply = page.click("putThenNavigate", ["to": "/other"])
        page.join("/other", isRedirect: true, flash: token(reply))
        #expect(page.html == "<b>info=travels;</b>")
    }

    @Test func `clearing a key takes it off the journey, clearing all does not`() {
        #expect(token(page.click("put-then-clear")) == nil)
        page.join("/")
        let reply = page.click("put-clear-navigate")
        page.join("/other", isRedirect: true, flash: token(reply))
        #expect(page.html == "<b>info=travels;</b>")
    }

    @Test func `values travel as values`() {
        page.click("putDetails")
        var flash = Flash()
        flash.put("error", FlashValue(Details(title: "Oh", fields: [])))
        let token = page.engine.shared.flashes.token(for: flash, at: page.clock.date)
        page.join("/", isRedirect: true, flash: token)
        #expect(page.flash["error"] == ["title": "Oh", "fields": []])
    }

    @Test(arguments: [(60, "<b>info=travels;</b>"), (61, "<b></b>")])
    func `a token is good for 60 seconds`(_ seconds: Int, _ html: String) {
        let token = token(page.click("putThenNavigate", ["to": "/other"]))
        page.advance(by: .seconds(seconds))
        page.join("/other", isRedirect: true, flash: token)
        #expect(page.html == html)
    }

    @Test func `an unknown token is no flash and no error`() {
        page.join("/other", isRedirect: true, flash: "made up")
        #expect(page.html == "<b></b>")
    }

    @Test func `a redirect carries the message by cookie to the next page, once`() throws {
        let travelling = try #require(token(page.click("redirect", ["to": "/other"])))
        let response = page.engine.respond(
            to: PageRequest(url: "/other", cookies: ["__phoenix_flash__": travelling]))
        #expect(response.status == 200)
        #expect(response.cookies == [.deletion(of: "__phoenix_flash__")])
        let mark = "data-phx-static=\""
        let start = try #require(response.html.firstRange(of: mark)?.upperBound)
        let staticToken = String(response.html[start...].prefix { $0 != "\"" })
        page.join("/other", staticToken: staticToken)
        #expect(page.html == "<b>info=travels;</b>")
        page.join("/other", staticToken: staticToken, mounts: 1)
        #expect(page.html == "<b></b>")
    }

    @Test func `a patch by the person clears all first`() {
        put("info", "one")
        page.send(.livePatch(url: "http://localhost/?say=hello"))
        #expect(page.html == #"<main><p id="said">hello</p></main>"#)
    }

    @Test func `a patch by the view keeps the messages of its own handler only`() {
        put("old", "early")
        page.click("putThenPatch", ["to": "/?say=hello"])
        #expect(page.html == #"<main><p id="info">new</p><p id="said">hello</p></main>"#)
        put("old", "early")
        page.click("patch", ["to": "/"])
        #expect(page.html == "<main></main>")
    }

    @Test func `the same message travels again and again`() {
        for _ in 0..<2 {
            page.join("/")
            let reply = page.click("putThenNavigate", ["to": "/other"])
            page.join("/other", isRedirect: true, flash: token(reply))
            #expect(page.html == "<b>info=travels;</b>")
        }
    }

    @Test func `joining anew shows no flash`() {
        put("info", "one")
        page.join("/", mounts: 1)
        #expect(page.html == "<main></main>")
    }
}
