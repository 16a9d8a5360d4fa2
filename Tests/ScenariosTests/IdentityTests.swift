import LiveClient
import LiveEngine
import LiveProtocol
import Markup
import Scenarios
import Testing

/// Commands that stay at one element: what was hidden, lit or disabled is that element, not what later stands at its place.
@Suite("Only what was clicked goes")
struct IdentityTests {
    private func report(_ steps: String, byParts: Bool) throws -> String {
        let read = ScenarioReader().read(text: "scenario: Identity\nsteps:\n\(steps)\n", path: "identity.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let makeSettings = { @Sendable in
            var settings = ClientSettings()
            settings.patchesByParts = byParts
            return settings
        }
        let runner = ScenarioRunner(makeSettings: makeSettings) { clock, observer in
            Engine(
                routes: Routes {
                    Route("/rows", "Rows") { RowsView() }
                    Route("/flashes", "Flashes") { FlashesView() }
                    Route("/busy", "Busy") { BusyView() }
                }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    @Test("rows that stay are seen after another was hidden and deleted", arguments: [true, false])
    func rows(byParts: Bool) throws {
        let report = try report(
            """
            - open: /rows
            - click: Del ant
            - advance: 1s
            - expect: { absent: Del ant }
            - expect: { target: { role: button, named: Del bee } }
            - expect: { target: { role: button, named: Del cat } }
            """, byParts: byParts)
        #expect(report.contains("1 passed, 0 failed"), "\(report)")
    }

    @Test("the other banner stays when one is dismissed", arguments: [true, false])
    func banners(byParts: Bool) throws {
        let report = try report(
            """
            - open: /flashes
            - click: Both
            - dismiss: info
            - advance: 1s
            - expect: { flash: { info: null, error: Two } }
            - expect: Two
            - dismiss: error
            - advance: 1s
            - expect: { flash: { info: null, error: null } }
            - click: Both
            - expect: One
            """, byParts: byParts)
        #expect(report.contains("1 passed, 0 failed"), "\(report)")
    }

    @Test("the markup in a busy button comes back with the answer", arguments: [true, false])
    func busy(byParts: Bool) throws {
        let report = try report(
            """
            - open: /busy
            - click: Go on
            - expect: { target: { css: "button b" } }
            - expect: n 1
            """, byParts: byParts)
        #expect(report.contains("1 passed, 0 failed"), "\(report)")
    }
}

/// Rows of a list told apart by place, each element with an id.
private struct RowsView: LiveView {
    struct Context: LiveContext { var names = ["ant", "bee", "cat"] }
    enum Event: Decodable, Sendable { case delete(name: String) }

    func handle(_ event: Event, _ socket: inout Socket) {
        if case .delete(let name) = event { socket.context.names.removeAll { $0 == name } }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <ul>\(context.names.map { name in
            let delete = JS.push("delete", value: ["name": .string(name)]).hide(to: .document("#row-\(name)"), time: 200)
            return #"""
            <li id="row-\#(name)">\#(name) <button phx-click="\#(delete)">Del \#(name)</button></li>
            """# as Rendered
        })</ul>
        """
    }
}

/// Two flashes, and on each banner the command that Phoenix's core components put there.
private struct FlashesView: LiveView {
    struct Context: LiveContext {}
    enum Event: Decodable, Sendable { case both }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.putFlash("info", "One")
        socket.putFlash("error", "Two")
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flash.map { key, message in
            let clear = JS.push("lv:clear-flash", value: ["key": .string(key)])
                .hide(to: .document("#flash-\(key)"), time: 200)
            return #"""
            <div id="flash-\#(key)" role="alert" phx-click="\#(clear)">\#(message)</div>
            """# as Rendered
        })
        <button phx-click="both">Both</button>
        """
    }
}

/// A button whose label has markup.
private struct BusyView: LiveView {
    struct Context: LiveContext { var count = 0 }
    enum Event: Decodable, Sendable { case go }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.count += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>n \(context.count)</p><button phx-click="go" phx-disable-with="Wait"><b>Go</b> on</button>
        """
    }
}
