import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

/// A shop whose shelves are components, with a till of its own, a ticking clock and a list that only the page holds.
private struct Shop: LiveView {
    struct Shelf: LiveComponent {
        struct Context: LiveContext { var sold = 0 }
        enum Event: Decodable, Sendable { case sell }
        let goods: String
        func handle(_ event: Event, _ socket: inout Socket) { socket.context.sold += 1 }
        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            "<p id=\"\(goods)\" phx-click=\"sell\" phx-target=\"\(meta.myself)\">\(goods) sold: \(context.sold)</p>"
        }
    }

    struct Till: LiveView {
        struct Context: LiveContext { var sum = 0 }
        enum Event: Decodable, Sendable { case pay }
        func handle(_ event: Event, _ socket: inout Socket) { socket.context.sum += 5 }
        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "<button id=\"pay\" phx-click=\"pay\">Till: \(context.sum)</button>"
        }
    }

    struct Guest: Identifiable, Encodable, Sendable { let id: Int }

    struct Context: LiveContext {
        var name = ""
        var isOpen = true
        var ticks = 0
        var aisle = ""
        var guests = LiveStream<Guest>("guests")
    }

    enum Event: Decodable, Sendable { case save(name: String), close, fail, enter(id: Int) }
    enum Info: Sendable { case tick }
    struct Broken: Error {}

    func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.tick, every: .seconds(10)) }

    func handleParams(_ params: Params, _ socket: inout Socket) { socket.context.aisle = params["aisle"] ?? "" }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .save(let name):
            socket.context.name = name
            socket.putFlash("info", "Welcome, \(name)!")
        case .close: socket.context.isOpen.toggle()
        case .fail: throw Broken()
        case .enter(let id): socket.context.guests.insert(Guest(id: id))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.ticks += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flashBanners())
        <form phx-submit="save"><input name="name" value="\(context.name)"></form>
        <p>Hours: \(context.ticks) \(context.aisle)</p>
        <button id="close" phx-click="close">Close</button><button id="fail" phx-click="fail">Fail</button>
        <div>\(context.isOpen ? component(Shelf(goods: "tea"), id: "tea") : nil)</div>
        <div>\(context.isOpen ? liveView(Till(), id: "till") : nil)</div>
        <p>\(context.isOpen ? "Open" : "Closed")</p>
        <ul id="guests" phx-update="stream">\(stream(context.guests) { id, guest in "<li id=\"\(id)\">Guest \(guest.id)</li>" })</ul>
        """
    }
}

private struct Yard: LiveView {
    struct Context: LiveContext {}
    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>The yard</p>" }
}

/// The past of a page, from the key to the view and back.
@Suite struct TimeTravelTests {
    private let clock = VirtualClock()
    private let interface: Interface
    private let history = PageHistory()

    init() {
        let recorder = SessionRecorder(wantsCallbacks: true)
        let engine = Engine(
            routes: Routes {
                Route("/") { Shop() }
                Route("/yard") { Yard() }
            }, clock: clock, observer: recorder)
        let size = Size(columns: 70, rows: 40)
        let simulator = Simulator(host: engine, clock: clock, size: size)
        simulator.open("/")
        var options = TerminalOptions()
        options.recorder = recorder
        interface = Interface(simulator: simulator, size: size, options: options, history: history) { .zero }
        _ = interface.frame()
    }

    private var simulator: Simulator { interface.simulator }
    private var page: String { simulator.frame().text }

    @discardableResult
    private func press(_ keys: String) throws -> String {
        for key in try Key.sequence(keys) {
            _ = interface.handle(.key(key))
            _ = interface.frame()
        }
        return interface.frame().text
    }

    private func click(_ selector: String) throws {
        let node = try #require(
            simulator.document.first(try .init(selector), below: simulator.document.root),
            "no \(selector):\n\(page)")
        interface.work { try? simulator.click(node) }
        _ = interface.frame()
    }

    /// Opens the past and makes the moment of a number the present again.
    private func goOn(from number: Int) throws -> String {
        try press("alt+t home")
        for _ in 1..<number { try press("right") }
        return try press("enter")
    }

    @Test func `a submit is a moment with its key, its event, its changes and its bytes`() throws {
        try press("tab A d a enter")
        let text = try press("alt+t")
        #expect(text.contains(#"key enter → event "save""#))
        #expect(text.contains(#"name: "" → "Ada""#))
        #expect(text.contains(#"flash.info: + "Welcome, Ada!""#))
        #expect(text.contains(" B  "))
        #expect(try press("tab").contains("Shop  context"))
        #expect(try press("left").contains("name: \"\","))
    }

    @Test func `a timer is a moment, and so is an event that fails`() throws {
        interface.passTime(to: .seconds(10))
        _ = interface.frame()
        #expect(try press("alt+t").contains("timer → tick  at 10.0 s"))
        try press("escape")
        try click("#fail")
        let text = try press("alt+t")
        #expect(text.contains("✗ event \"fail\": Broken()"))
        #expect(text.contains("context and flash as at the moment before"))
    }

    @Test func `going on makes context, flash and page what they were`() throws {
        try press("tab A d a enter")
        let moment = try #require(history.moments.last)
        #expect(page.contains("Welcome, Ada!"))
        try press("alt+1")
        try press("B enter")
        #expect(page.contains("Welcome, AdaB!"))
        let text = try goOn(from: moment.number)
        #expect(text.contains("what the outside world saw is not undone"))
        #expect(page.contains("Welcome, Ada!"))
        #expect(simulator.client.inspection?.context["name"] == "Ada")
        #expect(history.moments.last?.cause.description.contains("went on from moment \(moment.number)") == true)
        // It is told until the next key, and the page goes on from there.
        try press("alt+1")
        #expect(simulator.client.inspection?.flash == [:])
        #expect(simulator.problems.isEmpty)
    }

    @Test func `components and nested views come back as they were`() throws {
        try click("#tea")
        try click("#pay")
        try click("#pay")
        let moment = try #require(history.moments.last)
        #expect(page.contains("tea sold: 1"))
        #expect(page.contains("Till: 10"))
        try click("#pay")
        try click("#close")
        #expect(page.contains("Closed"))
        _ = try goOn(from: moment.number)
        #expect(page.contains("tea sold: 1"))
        #expect(page.contains("Till: 10"))
        try click("#pay")
        try click("#tea")
        #expect(page.contains("tea sold: 2"))
        #expect(page.contains("Till: 15"))
        #expect(simulator.problems.isEmpty)
    }

    @Test func `timers go on from where one is`() throws {
        interface.passTime(to: .seconds(30))
        _ = interface.frame()
        #expect(page.contains("Hours: 3"))
        _ = try goOn(from: 1)
        #expect(page.contains("Hours: 0"))
        interface.passTime(to: .seconds(40))
        #expect(page.contains("Hours: 1"))
    }

    @Test func `the address is what it was, and one can go back`() throws {
        interface.work { simulator.open("/?aisle=7") }
        _ = interface.frame()
        let moment = try #require(history.moments.last)
        interface.work { simulator.open("/?aisle=8") }
        _ = interface.frame()
        _ = try goOn(from: moment.number)
        #expect(simulator.client.url == "/?aisle=7")
        #expect(page.contains("Hours: 0 7"))
        try press("alt+left")
        #expect(simulator.client.url == "/?aisle=8")
    }

    @Test func `a page that was left is told, and nothing changes`() throws {
        interface.work { simulator.open("/yard") }
        _ = interface.frame()
        let text = try goOn(from: 1)
        #expect(text.contains("Shop is gone, and Yard is here"))
        #expect(page.contains("The yard"))
    }

    @Test func `rows of a stream stay, and that is told`() throws {
        interface.work { simulator.client.pushEvent("enter", payload: ["id": 1]) }
        interface.passTime(to: .zero)
        _ = interface.frame()
        let moment = try #require(history.moments.last)
        interface.work { simulator.client.pushEvent("enter", payload: ["id": 2]) }
        interface.passTime(to: .zero)
        _ = interface.frame()
        let text = try goOn(from: moment.number)
        #expect(text.contains("the rows of the stream \"guests\" stay"))
        #expect(page.contains("Guest 1"))
        #expect(page.contains("Guest 2"))
    }

    @Test func `every key of the time line is described`() throws {
        let rows = try #require(Article("TheTerminal.md")).rows(under: "Time travel")
        let told = rows.flatMap { row in row[0].matches(of: /`([^`]+)`/).map { String($0.1) } }
        #expect(told.sorted() == TimeLineKeyMap.rows.flatMap(\.keys).map(\.name).sorted())
    }
}
