import Foundation
import Viewfinder

/// Handlers that hold their session for as long as a test is patient.
struct StuckView: LiveView {
    struct Context: LiveContext {}

    enum Event: Decodable, Sendable { case spin, sleep, tick }
    enum Info: Sendable { case tick }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Stuck"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .spin: Self.spin()
        case .sleep: Thread.sleep(forTimeInterval: 60)
        case .tick: socket.scheduleOnce(.tick, after: .milliseconds(10))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) { Self.spin() }

    private static func spin() {
        let end = Date().addingTimeInterval(60)
        while Date() < end {}
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Stuck</h1>
        <button phx-window-keydown="spin" phx-key="s">s spin</button>
        <button phx-window-keydown="sleep" phx-key="l">l sleep</button>
        <button phx-window-keydown="tick" phx-key="t">t spin when a timer ticks</button>
        """
    }
}
