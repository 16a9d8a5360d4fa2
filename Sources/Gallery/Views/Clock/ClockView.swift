import Viewfinder

/// A clock that a timer moves, once a second, for as long as it is not stopped.
struct ClockView: LiveView {
    struct Context: LiveContext {
        var time = TimeOfDay()
        var ticks = 0
        var isRunning = true
    }

    enum Event: Decodable, Sendable {
        case start, stop
    }

    enum Info: Decodable, Sendable {
        case tick
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Clock"
        socket.context.time = TimeOfDay(socket.now)
        socket.schedule(.tick, every: .seconds(1))
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .start: socket.context.isRunning = true
        case .stop:
            socket.context.isRunning = false
            socket.putFlash("info", "The clock stands still.")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .tick:
            guard socket.context.isRunning else { return }
            socket.context.ticks += 1
            socket.context.time = TimeOfDay(socket.now)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Clock</h1>
        \(meta.flashBanners())
        <p><strong id="time">\(context.time.description)</strong> UTC</p>
        <p>\(context.ticks) ticks since this page was opened.</p>
        <p>
          <button phx-click="stop" \(attribute: "disabled", if: !context.isRunning)>Stop</button>
          <button phx-click="start" \(attribute: "disabled", if: context.isRunning)>Start</button>
        </p>
        """
    }
}
