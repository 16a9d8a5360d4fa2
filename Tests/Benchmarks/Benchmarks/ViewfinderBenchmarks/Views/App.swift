import LiveEngine
import LiveProtocol
import Markup

/// The views that are measured.
enum App {
    static func makeEngine(
        clock: VirtualClock = VirtualClock(), observer: (any SessionObserver)? = nil
    ) -> Engine {
        let routes = [
            Route("/settings") { SettingsView() },
            Route("/counter") { CounterView() },
            Route("/note") { NoteView() },
            Route("/array/:count") { RowsView() },
            Route("/list/:count") { LiveListView() },
            Route("/stream/:count") { StreamView() },
        ]
        return Engine(routes: Routes(routes), clock: clock, observer: observer)
    }
}
