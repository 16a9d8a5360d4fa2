import LiveEngine
import LiveProtocol
import Markup
import Scenarios
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import TerminalUI
@testable import Viewfinder

/// A garden whose beds are components, with a gate that is a view of its own.
private struct Garden: LiveView {
    struct Bed: LiveComponent {
        struct Context: LiveContext { var picked = 0 }
        enum Event: Decodable, Sendable { case pick }
        let plant: String
        func handle(_ event: Event, _ socket: inout Socket) { socket.context.picked += 1 }
        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            "<p id=\"\(plant)\" phx-click=\"pick\" phx-target=\"\(meta.myself)\">\(plant): \(context.picked)</p>"
        }
    }

    struct Gate: LiveView {
        struct Context: LiveContext { var isOpen = false }
        func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>Gate</p>" }
    }

    struct Context: LiveContext {
        var name = ""
        var visits = 1
    }

    enum Event: Decodable, Sendable { case save(name: String, password: String), fail }
    struct Broken: Error {}

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .save(let name, _):
            socket.context.name = name
            socket.putFlash("info", "Welcome, \(name)!")
        case .fail: throw Broken()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flashBanners())
        <form phx-submit="save"><input name="name" value="\(context.name)"><input type="password" name="password">\
        <button>Save</button></form>
        <button id="fail" phx-click="fail">Fail</button>
        <a href="/yard" data-phx-link="redirect" data-phx-link-state="push">Yard</a>
        \(component(Bed(plant: "tea"), id: "tea"))\(liveView(Gate(), id: "gate"))
        """
    }
}

private struct Yard: LiveView {
    struct Context: LiveContext {}
    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>The yard</p>" }
}

/// The inspector over views that run.
@Suite struct InspectorTests {
    private let interface: Interface

    init() {
        let clock = VirtualClock()
        let recorder = SessionRecorder(wantsCallbacks: true)
        let engine = Engine(
            routes: Routes {
                Route("/") { Garden() }
                Route("/yard") { Yard() }
            }, clock: clock, observer: recorder)
        let size = Size(columns: 140, rows: 60)
        let simulator = Simulator(host: engine, clock: clock, size: size)
        simulator.open("/")
        var options = TerminalOptions()
        options.recorder = recorder
        options.target = simulator.scenarioTargets
        interface = Interface(simulator: simulator, size: size, options: options) { .zero }
    }

    @discardableResult
    private func press(_ keys: String) throws -> Reaction {
        var reaction = Reaction.none
        for key in try Key.sequence(keys) {
            reaction = interface.handle(.key(key))
            _ = interface.frame()
        }
        return reaction
    }

    private func click(_ selector: String) throws {
        let node = try #require(
            interface.simulator.document.first(try .init(selector), below: interface.simulator.document.root))
        interface.work { try? interface.simulator.click(node) }
        _ = interface.frame()
    }

    /// The rows of the inspector, without its border.
    private var rows: [String] {
        guard let area = interface.layout.inspector.map(ChromeLayout.inside) else { return [] }
        let frame = interface.frame()
        return area.rows.map { row in
            var text = area.columns.map { frame[$0, row].text }.joined()
            while text.last == " " { text.removeLast() }
            return text
        }.filter { !$0.isEmpty }
    }

    @Test func `state tells of views, components and nested views, and what the last event changed`() throws {
        try press("f12")
        #expect(
            rows == [
                " ▾ Garden", "   ▾ context  {2}", "       name: \"\"", "       visits: 1", "     flash: {}",
                "   ▾ Bed  component tea", "     ▾ context  {1}", "         picked: 0", "   ▾ Gate  nested view gate",
                "     ▾ context  {1}", "         isOpen: false", "       flash: {}",
            ])
        try click("#tea")
        #expect(
            rows.filter { $0.hasPrefix("•") }.map { $0.drop { "•▾ ".contains($0) } } == [
                "Bed  component tea", "context  {1}", "picked: 1",
            ])
        try press("f6 tab A d a tab x y z z y enter")
        #expect(rows.contains("•      name: \"Ada\""))
        #expect(rows.contains("•      info: \"Welcome, Ada!\""))
        #expect(!rows.contains { $0.hasPrefix("•") && $0.contains("picked") })
    }

    @Test func `a view that was left can still be looked at`() throws {
        try press("f12")
        try click("a")
        #expect(rows.first == " ▾ Yard")
        #expect(
            rows.contains {
                $0.contains("▸ Garden") && $0.contains("left") || $0.contains("▸ Garden") && $0.contains("ended")
            })
        let place = try #require(rows.firstIndex { $0.contains("▸ Garden") })
        try press("home")
        for _ in 0..<place { try press("down") }
        try press("right")
        #expect(rows.contains { $0.contains("visits: 1") }, "\(rows)")
    }

    @Test func `events and calls are told, and no password`() throws {
        try press("tab A d a tab x y z z y enter f12 3 enter")
        #expect(rows.first?.contains("save  form") == true)
        #expect(rows.contains { $0.contains("name: \"Ada\"") })
        #expect(rows.contains { $0.contains("password: \"••••••\"") })
        #expect(!interface.frame().text.contains("xyzzy"))
        try press("t / k i n d : e v e n t enter")
        #expect(rows.first?.contains("handleEvent save  Garden") == true)
        #expect(rows.count == 1)
        try press("enter")
        #expect(rows.contains { $0.contains("name: \"Ada\"") })
        #expect(!interface.frame().text.contains("xyzzy"))
    }

    @Test func `a failure is told in the state and with its event`() throws {
        try press("f12")
        try click("#fail")
        #expect(rows.contains { $0.contains("failures") })
        try press("3 enter")
        #expect(rows.contains { $0.contains("✗") })
    }

    @Test func `the target that is copied names the element in a scenario`() throws {
        try press("f12 2 /")
        _ = interface.handle(.paste("#fail"))
        try press("enter")
        #expect(try press("y") == .copy("Fail"))
        #expect(try press("Y") == .copy("#fail"))
    }

    @Test func `the source of a view and of a component is opened where it is declared`() throws {
        try press("f12")
        func line(_ text: String) throws -> Int {
            let lines = try Checkout.text(of: "Tests/ViewfinderTests/Pages/InspectorTests.swift").split(
                separator: "\n", omittingEmptySubsequences: false)
            return try #require(lines.firstIndex { $0.hasPrefix(text) }) + 1
        }
        let view = try #require(try press("e").request)
        #expect(view.path.hasSuffix("InspectorTests.swift"))
        #expect(view.line == (try line("private struct Garden")))
        try press("end up up up up up up")
        let bed = try #require(try press("e").request)
        #expect(bed.line == (try line("    struct Bed")))
    }

    @Test func `every key of the inspector is described`() throws {
        let rows = try #require(Article("TheTerminal.md")).rows(under: "The inspector").map { $0[0] }.joined(
            separator: " ")
        for row in InspectorKeyMap.rows {
            for key in row.keys { #expect(rows.contains("`\(key.name)`"), "\(key.name)") }
        }
    }
}

extension Reaction {
    /// What an editor is asked for; nil for anything else.
    fileprivate var request: EditRequest? {
        if case .edit(let request) = self { request } else { nil }
    }
}
