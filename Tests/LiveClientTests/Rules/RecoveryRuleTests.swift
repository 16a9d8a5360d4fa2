import HTMLTree
import LiveProtocol
import OrderedCollections
import Testing

@testable import LiveClient

@Suite("Recovery of forms")
struct RecoveryRuleTests {
    /// The topics and pushes of events since the last look.
    private func pushes(_ page: LivePage, after count: Int) -> [(topic: String, push: EventPush)] {
        page.host.transports.flatMap(\.sent).dropFirst(count).compactMap { frame in
            if case .event(let push) = frame.message { (frame.topic, push) } else { nil }
        }
    }

    @Test("A form in a nested view is recovered by that view, when the main view crashed")
    func nested() throws {
        let form = #"<form id="f" phx-change="v" phx-value-k="1"><input id="i" name="i"></form>"#
        let family = try FamilyPage(["v1": FamilyPage.container("c", in: "v1"), "c": form])
        try family.page.type("kept", into: "#i")
        let count = family.page.host.transports.flatMap(\.sent).count
        family.crash("v1")
        let recovered = pushes(family.page, after: count)
        #expect(recovered.map(\.topic) == ["lv:c"])
        #expect(recovered.map(\.push) == [.change("v", "i=kept", target: "i", meta: ["k": "1"])])
        family.crash("v1")
        #expect(pushes(family.page, after: count).count == 2)
    }

    @Test("Commands before the push of phx-change run, and the push carries what it says")
    func otherCommands() throws {
        let commands = JSONValue.commands(
            ##"[["dispatch",{"event":"seen","to":"#out"}],["add_class",{"names":["x"]}],"##
                + #"["push",{"event":"v","value":{"a":1}}]]"#)
        let page = try LivePage(
            #"<p id="out"></p><form id="f" phx-change="\#(commands)"><input id="i" name="i"></form>"#)
        try page.type("kept", into: "#i")
        _ = page.pushes()
        let count = page.client.log.count
        page.push(.error)
        page.advance(by: 1_000)
        #expect(page.pushes() == [.change("v", "i=kept", target: "i", meta: ["a": 1])])
        let seen = page.client.log.dropFirst(count).contains { entry in
            if case .dispatched(let event) = entry.event { event.name == "seen" } else { false }
        }
        #expect(seen)
        #expect(page.client.diagnostics.isEmpty)
    }

    @Test("A form whose selector finds several targets is sent to each, and the page shows when all have answered")
    func severalTargets() throws {
        let component = #"{"s":["<div class=\"t\">","</div>"],"r":1,"0":"x"}"#
        let page = try LivePage(
            tree: #"""
                {"s":["<form id=\"f\" phx-change=\"v\" phx-target=\".t\"><input id=\"i\" name=\"i\"></form>","","<p>","</p>"],
                "0":1,"1":2,"2":"old","c":{"1":\#(component),"2":\#(component)}}
                """#)
        try page.type("kept", into: "#i")
        _ = page.pushes()
        page.rendered.root.dynamics[2] = .text("new")
        page.push(.error)
        page.isHolding = true
        page.advance(by: 1_000)
        #expect(page.pushes().map(\.component) == [1, 2])
        page.release()
        #expect(try page.text("p") == "old")
        page.release()
        #expect(try page.text("p") == "new")
    }

    @Test("A form whose recovery crashed the view is not sent a second time")
    func crashing() throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><input id="i" name="i"></form>"#)
        try page.type("x", into: "#i")
        _ = page.pushes()
        page.push(.error)
        page.isHolding = true
        page.advance(by: 1_000)
        #expect(page.pushes().count == 1)
        page.push(.error)
        #expect(try page.classes("#v1").contains("phx-error"))
        page.isHolding = false
        page.advance(by: 10_000)
        #expect(page.pushes() == [])
        #expect(try page.classes("#v1") == ["phx-connected"])
    }
}
