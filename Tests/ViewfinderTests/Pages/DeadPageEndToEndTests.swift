import LiveClient
import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

/// Pages as they are requested, and joined then.
@Suite struct DeadPageEndToEndTests {
    /// A view with a component, a list, a title and messages, which does what its address says.
    private struct HallView: LiveView {
        struct Context: LiveContext {
            var guests = [1, 2, 3]
            var page = ""
        }

        enum Event: Codable, Sendable { case leave, add }

        func handleParams(_ params: Params, _ socket: inout Socket) throws {
            socket.title = "Hall \(params["page"] ?? "0")"
            socket.context.page = params["page"] ?? "0"
            if let text = params["say"] { socket.putFlash("info", text) }
            if let url = params["to"] { socket.redirect(to: url) }
            if let url = params["patch"] { socket.pushPatch(to: url) }
            if params["lock"] != nil, socket.isConnected { throw StatusError(403, "The door is locked.") }
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .add: socket.context.guests.append(socket.context.guests.count + 1)
            case .leave:
                socket.putFlash("info", "Left <again>")
                socket.redirect(to: "/?page=9")
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            \(meta.flash.map { key, text in "<p class=\"\(key)\">\(text)</p>" })
            <h1>Page \(context.page)</h1>
            <ul>\(each(context.guests, by: \.self) { "<li>guest \($0)</li>" })</ul>
            \(component(Bell(), id: "bell"))
            <button \(on: .click, Event.add)>Add</button> <button \(on: .click, Event.leave)>Leave</button>
            """
        }
    }

    private struct Bell: LiveComponent {
        struct Context: LiveContext { var rings = 0 }
        enum Event: Codable, Sendable { case ring }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.rings += 1 }

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            """
            <p><button \(on: .click, Event.ring, target: meta.myself)>Ring</button> rang \(context.rings)</p>
            """
        }
    }

    /// A view around two others.
    private struct YardView: LiveView {
        typealias Context = NoContext

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <h1>Yard</h1>\(liveView(HallView(), id: "nested"))\(liveView(HallView(), id: "stuck", isSticky: true))
            """
        }
    }

    private final class Sink: SessionObserver {
        var happenings: [SessionRecord.Happening] = []
        var wantsDiffBytes: Bool { false }
        func observe(_ record: SessionRecord) { happenings.append(record.happening) }
    }

    private let sink = Sink()

    private func page(_ url: String, connects: Bool = true) -> Simulator {
        let clock = VirtualClock()
        let engine = Engine(
            routes: Routes {
                Route("/") { HallView() }
                Route("/yard") { YardView() }
            }, clock: clock, observer: sink)
        var settings = ClientSettings()
        settings.connects = connects
        let simulator = Simulator(
            host: engine, clock: clock, size: Size(columns: 40, rows: 24), settings: settings)
        simulator.open(url)
        return simulator
    }

    @Test(arguments: ["/", "/?page=3&say=hello", "/yard"])
    func `A page that is not joined shows what the joined one shows`(_ url: String) {
        let (dead, live) = (page(url, connects: false), page(url))
        #expect(dead.frame().text == live.frame().text)
        #expect(dead.client.title == live.client.title)
        #expect(live.client.diagnostics.isEmpty && dead.client.diagnostics.isEmpty)
    }

    @Test func `Nothing answers on a page that is not joined`() throws {
        let dead = page("/", connects: false)
        let text = dead.frame().text
        for key in try Key.sequence("tab enter tab enter") { dead.press(key) }
        #expect(dead.frame().text == text)
        #expect(sink.happenings == [.rendered(url: "/")])
    }

    @Test(arguments: ["/", "/yard"])
    func `A page that was joined goes on from what was requested`(_ url: String) throws {
        let live = page(url)
        for key in try Key.sequence("tab enter") { live.press(key) }
        #expect(live.frame().text.contains("rang 1"))
        for key in try Key.sequence("tab enter") { live.press(key) }
        #expect(live.frame().text.contains("guest 4"))
        #expect(live.client.diagnostics.isEmpty)
    }

    @Test func `A page is requested once and joined once`() {
        _ = page("/?page=1")
        #expect(sink.happenings.prefix(2) == [.rendered(url: "/?page=1"), .mounted(url: "/?page=1")])
    }

    @Test func `A message that came with a redirect is shown before and after the join, and gone on the next page`() {
        let live = page("/?to=/?page=2&say=welcome")
        #expect(live.client.address == "/?page=2")
        #expect(live.frame().text.contains("welcome"))
        live.client.settings.connects = false
        live.open("/?to=/?page=2&say=welcome")
        #expect(live.frame().text.contains("welcome"))
        live.open("/?page=2")
        #expect(!live.frame().text.contains("welcome"))
    }

    @Test func `A redirect of a joined page leads to a page that shows the message as it was written`() throws {
        let live = page("/")
        for key in try Key.sequence("tab tab tab enter") { live.press(key) }
        #expect(live.client.address == "/?page=9")
        #expect(live.frame().text.contains("Left <again>"))
        #expect(live.client.title == "Hall 9")
    }

    @Test func `A patch while mounting is a redirect, and the history has one page`() {
        let live = page("/?patch=/?page=4")
        #expect(live.client.address == "/?page=4")
        #expect(!live.client.canGoBack)
        #expect(live.frame().text.contains("Page 4"))
    }

    @Test func `A view that fails with a status when it is joined has its page show the status`() {
        let live = page("/?lock=1")
        #expect(live.client.status == 403)
        #expect(live.frame().text.contains("cannot be"))
        live.open("/")
        #expect(live.client.status == 200)
    }
}
