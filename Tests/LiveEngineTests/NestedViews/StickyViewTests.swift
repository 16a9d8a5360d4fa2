import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("Sticky views")
struct StickyViewTests {
    struct Harbour: LiveView {
        struct Context: LiveContext { var isOpen = true }
        enum Event: Decodable, Sendable { case close }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.isOpen = false }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "\(meta.url) \(liveView(Ship(name: "pilot"), id: "pilot", isSticky: true))"
        }
    }

    let page = TestFamily(
        Routes {
            Route("/") { Harbour() }
            Route("/other") { Harbour() }
        })

    init() { page.joinNested("pilot") }

    @Test("A sticky view's container says so, and names no parent")
    func container() {
        #expect(page.html("phx-main").contains("data-phx-static data-phx-sticky></div>"))
        #expect(!page.html("phx-main").contains("data-phx-parent-id"))
    }

    @Test("A sticky view goes on when another page takes the place of the one around it")
    func survives() {
        page.click("tick", on: "pilot")
        page.advance(by: .seconds(2))
        page.send(.leave, to: "phx-main")
        page.join("phx-main", .redirect("/other"), session: TestFamily.session)
        page.advance(by: .seconds(3))
        #expect(page.html("pilot") == "<b>pilot/1 5 </b>")
    }

    @Test("After that it is joined anew by the token of the new page")
    func rejoins() {
        page.send(.leave, to: "phx-main")
        page.join("phx-main", .redirect("/other"), session: TestFamily.session)
        page.click("count", on: "pilot")
        page.joinNested("pilot")
        #expect(page.html("pilot") == "<b>pilot/1 0 </b>")
    }

    @Test("A sticky view that sends the page elsewhere stays itself, and shows what it changed")
    func navigates() throws {
        page.messages = []
        let reply = page.click("navigate", ["to": "/other"], on: "pilot")
        guard case .liveRedirect(let redirect)? = reply else {
            Issue.record("got \(String(describing: reply))")
            return
        }
        #expect(redirect.to == "/other")
        #expect(page.html("pilot") == "<b>pilot/1 0 </b><i>info: from pilot</i>")
        let events = page.pushes(to: "pilot").flatMap { message -> [PushedEvent] in
            if case .diff(let diff) = message { diff.events } else { [] }
        }
        #expect(events == [PushedEvent(name: "leaving", payload: [:])])
        page.click("count", on: "pilot")
        #expect(page.html("pilot").contains("<b>pilot/1 1 </b>"))
    }

    @Test("A sticky view has no address of its own")
    func patches() {
        #expect(
            page.click("patch", ["to": "/other"], on: "pilot")?.failure
                == #"a sticky view has no address to patch to "/other"; use pushNavigate(to:), or tell the page by a topic"#
        )
    }

    @Test("It ends when its client leaves it, and with the connection")
    func ends() {
        page.click("tick", on: "pilot")
        page.send(.leave, to: "pilot")
        #expect(page.engine.clock.nextDeadline == nil)
    }
}
