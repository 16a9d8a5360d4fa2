import Viewfinder

/// The compass of the bridge, by which she is steered.
struct CompassView: LiveView {
    struct Context: LiveContext {
        var course = 0
    }

    enum Event: Decodable, Sendable {
        case port, starboard
    }

    /// In degrees, when the compass is put up.
    let course: Int

    private static let points = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]

    /// A course as it is called: `E 090°`.
    static func text(of course: Int) -> String {
        let digits = String(course)
        return "\(points[(course + 22) / 45 % 8]) \(String(repeating: "0", count: 3 - digits.count))\(digits)°"
    }

    func mount(_ params: Params, _ socket: inout Socket) { socket.context.course = course }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.context.course = (socket.context.course + (event == .port ? 345 : 15)) % 360
        socket.send(.steered(socket.context.course), toParent: BridgeView.self)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h3>Compass</h3>
        <p class="tight"><strong>\(Self.text(of: context.course))</strong></p>
        <p class="tight">
          <button phx-click="port" aria-label="To port">◂</button>
          <button phx-click="starboard" aria-label="To starboard">▸</button>
        </p>
        """
    }
}
