import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Addresses, and what may lead to them")
struct AddressTests {
    @Test(
        "References are read as browsers read them",
        arguments: [
            ("/b?x#y", "http://h/b?x#y"), ("b", "http://h/a/b"), ("?x:y", "http://h/a/c?x:y"), ("/x:y", "http://h/x:y"),
            ("./x:y", "http://h/a/x:y"), ("HTTP://H/b", "http://h/b"), ("http:/b", "http://h/b"),
            ("https:x", "https://x/"),
            ("//Other/b", "http://other/b"), (" /b\n ", "http://h/b"), ("/a\n\tb", "http://h/ab"),
            ("", "http://h/a/c?z"),
            ("mailto:Ada@example.com?subject=a#b", "mailto:Ada@example.com?subject=a#b"), ("TEL:+41 1", "tel:+41 1"),
            ("java\nscript:alert('/')", "javascript:alert('/')"), ("data:text/html,<p>", "data:text/html,<p>"),
            ("ftp://h/b", "ftp://h/b"), ("about:blank", "about:blank"), ("web+x:y", "web+x:y"),
            ("1:y", "http://h/a/1:y"),
            (":y", "http://h/a/:y"),
        ])
    func references(reference: String, address: String) {
        let base = PageURL(origin: "http://h", path: "/a/c", query: "z")
        #expect(base.resolve(reference).absolute == address)
    }

    private static let strangers = [
        "mailto:ada@example.com", "tel:+41", "javascript:void(0)", "JavaScript:x()", "sms:1",
    ]

    @Test("A link to no page leaves the page alone and is told", arguments: strangers)
    func strangeLinks(href: String) throws {
        let page = try LivePage(#"<a id="l" href="\#(href)"><i id="i">x</i></a><button id="b" phx-click="x"></button>"#)
        try page.click("#i")
        #expect(page.host.requests.count == 1)
        #expect(page.client.url == "/a")
        #expect(page.client.diagnostics.map(\.rule) == [.navigation])
        try page.click("#b")
        #expect(page.pushes().map(\.event) == ["x"])
    }

    @Test(
        "Commands, forms and servers that lead to no page leave it alone, too",
        arguments: ["navigate", "patch", "form", "redirect", "live_redirect"])
    func strangeElsewhere(kind: String) throws {
        let page = try LivePage(
            #"""
            <i id="navigate" phx-click='[["navigate",{"href":"mailto:a@b","replace":false}]]'></i>
            <i id="patch" phx-click='[["patch",{"href":"mailto:a@b","replace":false}]]'></i>
            <form action="mailto:a@b" method="post"><button id="form"></button></form>
            <i id="redirect" phx-click="redirect"></i><i id="live_redirect" phx-click="live_redirect"></i>
            """#)
        page.replies["redirect"] = .redirect(Redirect(to: "mailto:a@b"))
        page.replies["live_redirect"] = .liveRedirect(LiveRedirect(to: "mailto:a@b", kind: .push, flash: nil))
        try page.click("#" + kind)
        #expect(page.host.requests.count == 1)
        #expect(page.client.url == "/a")
        #expect(page.client.diagnostics.map(\.rule) == [.navigation])
        try page.patch("<b>still live</b>")
        #expect(page.html == "<b>still live</b>")
    }

    @Test(
        "An app hears of a navigation before it happens, and may keep it from happening",
        arguments: ["patch", "redirect"])
    func cancelled(kind: String) throws {
        let page = try LivePage(
            #"""
            <a id="l" data-phx-link="\#(kind)" data-phx-link-state="push" href="/b" phx-click='[["push",{"event":"x"}]]'>go</a>
            """#)
        var heard: [NavigationEvent] = []
        page.client.settings.allowsNavigation = { event in
            heard.append(event)
            return false
        }
        let count = page.messages.count
        try page.click("#l")
        #expect(heard == [NavigationEvent(stage: .before, href: "http://localhost/b", isPatch: kind == "patch")])
        #expect(page.client.url == "/a")
        #expect(page.pushes().map(\.event) == ["x"])
        #expect(page.messages.count == count + 1)
        page.client.settings.allowsNavigation = { _ in true }
        try page.click("#l")
        #expect(page.client.url == "/b")
    }

    @Test("A step in history that an app does not allow leaves history as it was")
    func cancelledStep() throws {
        let page = try LivePage(#"<a id="l" data-phx-link="patch" data-phx-link-state="push" href="/a?2">go</a>"#)
        try page.click("#l")
        page.client.settings.allowsNavigation = { !$0.isPop }
        page.client.goBack()
        page.client.settle()
        #expect(page.client.url == "/a?2")
        #expect(page.client.canGoBack)
        #expect(!page.client.canGoForward)
        page.client.settings.allowsNavigation = nil
        page.client.goBack()
        page.client.settle()
        #expect(page.client.url == "/a")
    }

    @Test(
        "A title of white space counts as none, and an empty default as one",
        arguments: [
            (#"data-default="Home" data-suffix=" | App""#, "One", "One | App"),
            (#"data-default="Home" data-suffix=" | App""#, " \n ", "Home | App"),
            (#"data-default="Home" data-suffix=" | App""#, "", "Home | App"),
            (#"data-default="" data-suffix="App""#, " ", "App"), (#"data-suffix=" | App""#, "  ", "Old"),
            ("", "  Two \n words ", "Two words"),
        ])
    func titles(attributes: String, sent: String, title: String) throws {
        let html = "<head><title \(attributes)>Old</title></head><body>\(LivePage.shell)</body>"
        let page = try LivePage("")
        page.host.respond = { _ in PageResponse(html: html) }
        page.rendered.title = nil
        page.client.open("/t")
        page.client.settle()
        try page.push(#"{"t":\#(JSONValue.string(sent).json)}"#)
        #expect(page.client.title == title)
    }

    @Test("Text that is posted natively has CR LF at its line ends", arguments: ["post", "get"])
    func lineEnds(method: String) throws {
        let page = try LivePage(
            "<form action='/s' method='\(method)'><textarea id='t' name='t'></textarea><button id='b'></button></form>")
        try page.type("a\nb\n\nc", into: "#t")
        try page.click("#b")
        let request = try #require(page.host.requests.last)
        #expect(
            (method == "post" ? request.body : request.url) == (method == "post" ? "" : "/s?")
                + "t=a%0D%0Ab%0D%0A%0D%0Ac")
    }
}
