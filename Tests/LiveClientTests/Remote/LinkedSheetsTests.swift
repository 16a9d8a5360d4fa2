import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

struct LinkedSheetsTests {
    private let host = SlowHost()

    private func client(isRemote: Bool = true, head: String, body: String = "<p>dead</p>") -> LiveClient {
        var settings = ClientSettings()
        settings.isRemote = isRemote
        settings.origin = "http://127.0.0.1:4000"
        let client = LiveClient(host: host, clock: VirtualClock(), settings: settings)
        client.open("/shop/")
        client.settle()
        host.answer(PageResponse(html: "<html><head>\(head)</head><body>\(body)</body></html>"))
        client.settle()
        return client
    }

    private var asked: [String] { host.requests.dropFirst().map(\.request.url) }

    @Test(arguments: [
        (#"<link rel="stylesheet" href="/app.css?v=1">"#, ["/app.css?v=1"]),
        (#"<link rel="preload stylesheet" href="app.css" media="screen">"#, ["/shop/app.css"]),
        (#"<link rel="stylesheet" href="http://elsewhere/app.css">"#, []),
        (#"<link rel="stylesheet" media="print" href="/print.css">"#, []),
        (#"<link rel="alternate stylesheet" href="/dark.css"><link rel="icon" href="/i.png">"#, []),
    ])
    func `Sheets of the page's own host are asked for`(head: String, urls: [String]) {
        _ = client(head: head)
        #expect(asked == urls)
    }

    @Test func `What has come is kept by its link, and what fails is done without`() throws {
        let client = client(head: #"<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">"#)
        #expect(!client.isIdle)
        host.requests[1].page.answer(.response(PageResponse(html: "p { color: red }")))
        host.requests[2].page.answer(.response(PageResponse(status: 404, html: "<p>no such sheet</p>")))
        client.settle()
        #expect(client.isIdle)
        let link = try #require(client.document.elements(named: "link").first)
        #expect(client.linkedSheets == [link: "p { color: red }"])
    }

    @Test func `In one process nothing is asked for`() {
        _ = client(isRemote: false, head: #"<link rel="stylesheet" href="/a.css">"#)
        #expect(asked == [])
    }

    @Test func `What needs JavaScript is named once`() {
        let client = client(
            head: "<script>head()</script>",
            body: """
                <script>one()</script><script type="application/json">{}</script><script src="/a.js"></script>\
                <p onclick="x()"></p><p onclick="y()" onload="z()"></p>
                """)
        #expect(client.needsOfScripts.inlineScripts == 1)
        #expect(client.needsOfScripts.handlers == ["onclick", "onload"])
    }
}
