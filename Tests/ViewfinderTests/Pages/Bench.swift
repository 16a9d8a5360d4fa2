import LiveEngine
import LiveProtocol
import Simulator
import TextLayout

/// One view at `/`, its engine, and the page it makes.
struct Bench {
    let clock = VirtualClock()
    let simulator: Simulator

    init<View: LiveView>(_ view: View, size: Size = Size(columns: 40, rows: 12)) {
        let engine = Engine(routes: Routes([Route("/") { view }]), clock: clock)
        simulator = Simulator(host: engine, clock: clock, size: size)
        simulator.open("/")
    }

    /// The picture as text.
    var text: String { simulator.frame().text }

    /// Presses keys by their names, divided by blanks.
    func press(_ keys: String) throws {
        for key in try Key.sequence(keys) { simulator.press(key) }
    }
}
