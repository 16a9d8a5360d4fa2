import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Bad connections")
struct BadConnectionTests {
    private static let form =
        #"<form id="f" phx-change="v" phx-submit="s"><input id="a" name="a"><input id="b" name="b"><p id="p">0</p></form>"#

    /// A page whose messages take 100 ms each way.
    private func slowPage(_ html: String) throws -> LivePage {
        let page = try LivePage(html)
        page.network.latency = [.toServer: .milliseconds(100), .toClient: .milliseconds(100)]
        return page
    }

    private func dispatched(_ page: LivePage) -> [String] {
        page.client.log.compactMap { if case .dispatched(let event) = $0.event { event.name } else { nil } }
    }

    // MARK: Latency

    @Test("A changed form keeps what it shows until its answer is there, and then shows all that came")
    func lockedForm() throws {
        let page = try slowPage(Self.form)
        page.replies["v"] = .handled(
            try Diff(parsing: #"{"0":\#(JSONValue.string(Self.form.replacing(">0<", with: ">2<")).json)}"#))
        try page.type("x", into: "#a")
        try page.patch(Self.form.replacing(">0<", with: ">1<"))
        page.advance(by: 199)
        #expect(try page.text("#p") == "0")
        #expect(try page.classes("#f") == ["phx-change-loading"])
        page.advance(by: 1)
        #expect(try page.text("#p") == "2")
        #expect(try page.classes("#f") == [])
        #expect(page.document.value(of: try page.element("#a")) == "x")
    }

    @Test("Of several changes in flight, only the answer to the last unlocks the form")
    func severalInFlight() throws {
        let page = try slowPage(Self.form)
        try page.type("x", into: "#a")
        page.advance(by: 50)
        try page.type("xy", into: "#a")
        page.advance(by: 150)
        #expect(try page.classes("#f") == ["phx-change-loading"])
        page.advance(by: 49)
        #expect(try page.classes("#f") == ["phx-change-loading"])
        page.advance(by: 1)
        #expect(try page.classes("#f") == [])
        #expect(page.forms() == ["a=x&_unused_b=&b=", "a=xy&_unused_b=&b="])
    }

    @Test("Answers come in the order of the events, even if the way gets shorter")
    func order() throws {
        let page = try slowPage(#"<button id="x" phx-click="x"></button><button id="y" phx-click="y"></button>"#)
        try page.click("#x")
        page.network.latency = [:]
        try page.click("#y")
        #expect(page.transport.sent.count == 1)
        page.advance(by: 100)
        #expect(page.pushes().map(\.event) == ["x", "y"])
        #expect(try page.classes("#x") == [])
        #expect(try page.classes("#y") == [])
    }

    @Test("A button that is waited for takes no second click, and one that is disabled comes back as it was")
    func waitingButton() throws {
        let page = try slowPage(#"<button id="b" phx-click="x" phx-disable-with="Wait">Go</button>"#)
        try page.click("#b")
        #expect(try page.text("#b") == "Wait")
        try page.click("#b")
        page.advance(by: 200)
        #expect(try page.text("#b") == "Go")
        #expect(page.pushes().count == 1)
    }

    // MARK: Losses

    @Test("A lost answer is waited for 30 s; then the page gives up the connection and is loaded anew")
    func lostAnswer() throws {
        let page = try LivePage(#"<button id="b" phx-click='[["push",{"event":"x","page_loading":true}]]'></button>"#)
        page.network.loseNext(1, .toClient)
        try page.click("#b")
        page.advance(by: 29_999)
        #expect(try page.classes("#b") == ["phx-click-loading"])
        page.advance(by: 1)
        #expect(try page.classes("#b") == [])
        #expect(try page.classes("#v1") == ["phx-loading", "phx-error", "phx-client-error"])
        #expect(page.host.requests.count == 1)
        page.advance(by: 7_500)
        #expect(page.host.requests.count == 2)
        #expect(try page.classes("#v1") == ["phx-connected"])
        let isLoading = page.client.log.compactMap { entry -> Bool? in
            guard case .pageLoading(let event) = entry.event, case .element = event.kind else { return nil }
            return event.isStart
        }
        #expect(isLoading == [true, false])
    }

    @Test("A lost event is as good as a lost answer")
    func lostEvent() throws {
        let page = try LivePage(#"<button id="b" phx-click="x"></button>"#)
        page.network.loseNext(1, .toServer)
        try page.click("#b")
        #expect(page.pushes() == [])
        page.advance(by: 37_500)
        #expect(page.host.requests.count == 2)
    }

    @Test("A join that is not answered for 10 s is given up, its topic left, and the page loaded anew")
    func lostJoin() throws {
        let page = try LivePage("<p>there</p>")
        page.network.losesFromServer = { frame in
            if case .reply(.joined) = frame.message { true } else { false }
        }
        page.client.open("/b")
        page.client.settle()
        page.advance(by: 9_999)
        #expect(page.messages.last.map { if case .join = $0 { true } else { false } } == true)
        page.advance(by: 1)
        #expect(page.messages.last == .leave)
        #expect(page.exists(".failure[role=alert]"))
        page.network.losesFromServer = { _ in false }
        page.advance(by: 7_500)
        #expect(page.html == "<p>there</p>")
    }

    // MARK: The connection is down

    @Test("Events are dropped while the connection is down, and nothing of them comes later")
    func dropped() throws {
        let page = try LivePage(#"<button id="b" phx-click="x"></button>"#)
        page.network.goDown()
        page.client.settle()
        try page.click("#b")
        #expect(try page.classes("#b") == [])
        page.network.comeUp()
        page.advance(by: 60_000)
        #expect(page.pushes() == [])
    }

    @Test("What is in flight when the connection breaks is lost, and its marks end when the view is back")
    func inFlight() throws {
        let page = try slowPage(Self.form)
        try page.type("x", into: "#a")
        page.advance(by: 50)
        page.network.breakConnection()
        page.client.settle()
        #expect(try page.classes("#f") == ["phx-change-loading"])
        #expect(page.pushes() == [])
        page.advance(by: 1_000)
        #expect(try page.classes("#f") == [])
    }

    @Test("A lost view says so at once by its classes and after 500 ms by its commands; a new join takes both back")
    func commands() throws {
        let page = try LivePage(
            #"<i phx-disconnected='[["dispatch",{"event":"down"}]]' phx-connected='[["dispatch",{"event":"up"}]]'></i>"#
        )
        page.network.goDown()
        page.client.settle()
        #expect(try page.classes("#v1") == ["phx-loading", "phx-error", "phx-client-error"])
        page.advance(by: 499)
        #expect(dispatched(page) == ["up"])
        page.advance(by: 1)
        #expect(dispatched(page) == ["up", "down"])
        page.network.comeUp()
        page.advance(by: 1_000)
        #expect(dispatched(page) == ["up", "down", "up"])
        #expect(try page.classes("#v1") == ["phx-connected"])
    }

    @Test("A short loss is no matter for the commands of phx-disconnected")
    func shortLoss() throws {
        let page = try LivePage(#"<i phx-disconnected='[["dispatch",{"event":"down"}]]'></i>"#)
        page.network.breakConnection()
        page.client.settle()
        page.advance(by: 2_000)
        #expect(dispatched(page) == [])
    }

    @Test("A form that is half filled in is sent again before the new page shows, however long that takes")
    func recovery() throws {
        let page = try slowPage(Self.form)
        try page.type("half", into: "#b")
        page.advance(by: 1_000)
        _ = page.pushes()
        page.replies["v"] = .handled(
            try Diff(
                parsing: LivePage.tree(Self.form.replacing(#"id="b""#, with: #"id="b" value="half""#))))
        page.network.breakConnection()
        page.client.settle()
        // The connection is open after 10 ms; the join takes 200 ms, the form as long again.
        page.advance(by: 310)
        #expect(page.pushes() == [.change("v", "_unused_a=&a=&b=half", target: "a")])
        #expect(try page.classes("#v1") == ["phx-loading", "phx-error", "phx-client-error"])
        #expect(page.document.value(of: try page.element("#b")) == "half")
        page.advance(by: 100)
        #expect(try page.classes("#v1") == ["phx-connected"])
        #expect(page.document.value(of: try page.element("#b")) == "half")
    }

    @Test("A page cannot be loaded while the connection is down, and says so")
    func unreachable() throws {
        let page = try LivePage("<p></p>")
        page.network.goDown()
        page.client.open("/b")
        page.client.settle()
        #expect(page.client.title == "Not reachable")
        page.network.comeUp()
        try page.click("a")
        #expect(page.html == "<p></p>")
        #expect(page.client.url == "/b")
    }

    @Test("Nested views are left with the connection, and joined again after the view they are in")
    func nested() throws {
        let child = #"<div id="c" data-phx-session="C" data-phx-static="" data-phx-parent-id="v1"></div>"#
        let page = try LivePage("<p>parent</p>" + child)
        let topics = {
            page.host.transports.flatMap(\.sent).compactMap { frame in
                if case .join = frame.message { frame.topic } else { nil }
            }
        }
        #expect(topics() == ["lv:v1", "lv:c"])
        page.network.breakConnection()
        page.client.settle()
        page.advance(by: 10)
        #expect(topics() == ["lv:v1", "lv:c", "lv:v1", "lv:c"])
        #expect(try page.classes("#c") == ["phx-connected"])
    }

    @Test("A view that crashes is joined again after a second, and nothing more is heard of the old one")
    func crash() throws {
        let page = try slowPage("<p>1</p>")
        page.network.crash(LivePage.topic)
        page.advance(by: 100)
        #expect(try page.classes("#v1") == ["phx-loading", "phx-error", "phx-server-error"])
        page.rendered = try Diff(parsing: LivePage.tree("<p>2</p>"))
        page.advance(by: 1_200)
        #expect(try page.classes("#v1") == ["phx-connected"])
        #expect(try page.text("p") == "2")
    }
}
