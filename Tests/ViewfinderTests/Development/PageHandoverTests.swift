import HTMLTree
import LiveClient
import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

/// A page that another program goes on with.
@Suite struct PageHandoverTests {
    private struct SignUpView: LiveView {
        struct Context: LiveContext {
            var heard: [String] = []
            var name = ""
            var plan = "m"
            var terms = false
            var isNew = false
        }

        enum Event: Decodable, Sendable {
            case validate(name: String?, plan: String?, terms: Bool?)
        }

        /// Whether it is the view of the newer program.
        var isNew = false

        func mount(_ params: Params, _ socket: inout Socket) throws { socket.context.isNew = isNew }

        func handle(_ event: Event, _ socket: inout Socket) {
            guard case .validate(let name, let plan, let terms) = event else { return }
            socket.context.name = name ?? ""
            socket.context.plan = plan ?? "m"
            socket.context.terms = terms == true
            socket.context.heard.append("\(name ?? "-") \(plan ?? "-") \(terms == true)")
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <h1>\(context.isNew ? "New" : "Old")</h1>
            <form id="signup" phx-change="validate">
              <input name="name" value="\(context.name)"> <input type="password" name="secret">
              <select name="plan">\(["m", "y"].map { #"<option value="\#($0)" \#(attribute: "selected", if: $0 == context.plan)>\#($0)</option>"# as Rendered })</select>
              <input type="checkbox" name="terms" value="true" \(attribute: "checked", if: context.terms)>
            </form>
            <form><textarea name="note"></textarea></form>
            <p id="heard">\(context.heard.joined(separator: ", "))</p>
            \((0..<30).map { "<p>\($0)</p>" as Rendered })
            """
        }
    }

    private struct OtherView: LiveView {
        struct Context: LiveContext {}

        func render(_ context: Context, _ meta: Meta) -> Rendered { "<h1>Other</h1>" }
    }

    private func simulator(isNew: Bool) -> (Simulator, Network) {
        let clock = VirtualClock()
        let engine = Engine(
            routes: Routes([Route("/") { SignUpView(isNew: isNew) }, Route("/other") { OtherView() }]), clock: clock)
        let network = Network(to: engine, clock: clock)
        return (Simulator(host: network, clock: clock, size: Size(columns: 40, rows: 8)), network)
    }

    private func node(_ selector: String, _ simulator: Simulator) throws -> NodeID {
        try #require(simulator.document.first(try Selector(selector), below: simulator.document.root))
    }

    private func text(_ selector: String, _ simulator: Simulator) throws -> String {
        simulator.document.textContent(of: try node(selector, simulator))
    }

    private func press(_ keys: String, _ simulator: Simulator) throws {
        for key in try Key.sequence(keys) { simulator.press(key) }
    }

    /// The page as text and back, as another program gets it.
    private func handedOver(_ state: PageState) throws -> PageState {
        try #require(PageState(json: try JSONValue(parsing: state.json.json)))
    }

    @Test func `What was typed is in the fields of the newer page, whose view hears of it once`() throws {
        let (old, _) = simulator(isNew: false)
        old.open("/")
        try press("tab A d a tab s tab down tab space tab n o t e left", old)
        let state = try handedOver(old.pageState)
        let (new, network) = simulator(isNew: true)
        new.goOn(from: state, over: network)
        #expect(try text("h1", new) == "New")
        #expect(new.document.value(of: try node("[name=name]", new)) == "Ada")
        #expect(new.document.value(of: try node("[name=plan]", new)) == "y")
        #expect(new.document.isChecked(try node("[name=terms]", new)))
        #expect(new.document.value(of: try node("textarea", new)) == "note")
        let heard = try text("#heard", new)
        #expect(heard == "Ada y true")
        #expect(new.document.activeElement == (try node("textarea", new)))
        #expect(new.document.selection(of: try node("textarea", new)) == 3..<3)
        #expect(!new.client.isConnectionLost)
        try press("x", new)
        #expect(new.document.value(of: try node("textarea", new)) == "notxe")
    }

    @Test func `A page in which nothing was done loses no connection`() throws {
        let (old, _) = simulator(isNew: false)
        old.open("/")
        let (new, network) = simulator(isNew: true)
        new.goOn(from: try handedOver(old.pageState), over: network)
        #expect(try text("h1", new) == "New")
        #expect(try text("#heard", new) == "")
        let isLost = new.client.log.contains {
            if case .connection(.disconnected) = $0.event { true } else { false }
        }
        #expect(!isLost)
    }

    @Test func `Back and forward lead where they led`() throws {
        let (old, _) = simulator(isNew: false)
        old.open("/")
        old.open("/other")
        old.open("/")
        try old.goBack()
        let (new, network) = simulator(isNew: true)
        new.goOn(from: try handedOver(old.pageState), over: network)
        #expect(new.client.address == "/other")
        try new.goBack()
        #expect(try text("h1", new) == "New")
        try new.goForward()
        try new.goForward()
        #expect(new.client.address == "/")
        #expect(!new.client.canGoForward)
    }

    @Test func `The same rows are in view`() throws {
        let (old, _) = simulator(isNew: false)
        old.open("/")
        old.scroll(by: 9)
        let (new, network) = simulator(isNew: true)
        new.goOn(from: try handedOver(old.pageState), over: network)
        #expect(new.scrollRow == 9)
    }

    @Test(arguments: ["null", "{}", #"{"addresses":[],"position":0}"#, #"{"addresses":["/"],"position":4}"#])
    func `What is no page is none`(json: String) throws {
        #expect(PageState(json: try JSONValue(parsing: json)) == nil)
    }
}
