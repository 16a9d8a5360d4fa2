import LiveEngine
import LiveProtocol
import Simulator
import TextLayout

/// Puts an engine behind a simulator: the one place where server and client meet.
struct PageFactory<App: ViewfinderApp> {
    private let app = App()

    /// Makes an engine of its own for one page, or for one run of a scenario.
    func makeEngine(clock: VirtualClock) -> Engine {
        Engine(routes: Routes(app.routes), clock: clock, layout: app.layout)
    }

    /// Opens a page in a simulator of the given size, settled and ready to be drawn.
    ///
    /// - Throws: `UnknownView` when no route leads to the path.
    func open(_ path: String, size: Size, clock: VirtualClock = VirtualClock()) throws(UnknownView) -> Simulator {
        let engine = makeEngine(clock: clock)
        guard engine.hasView(at: path) else { throw UnknownView(path: path, routes: engine.routeList.map(\.path)) }
        let simulator = Simulator(host: engine, clock: clock, size: size)
        simulator.open(path)
        return simulator
    }
}
