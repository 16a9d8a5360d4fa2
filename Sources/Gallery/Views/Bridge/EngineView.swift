import Viewfinder

/// The engine's telegraph and log on the bridge: speed as ordered, distance as run.
struct EngineView: LiveView {
    struct Context: LiveContext {
        var speed = 0
        /// In metres.
        var distance = 0
    }

    enum Event: Decodable, Sendable {
        case slower, faster
    }

    enum Info: Sendable {
        case second
        case stop
    }

    /// In knots, when the telegraph is put up.
    let speed: Int

    private static let fastest = 12

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.context.speed = speed
        socket.schedule(.second, every: .seconds(1))
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        order(socket.context.speed + (event == .faster ? 2 : -2), &socket)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        // A knot is a nautical mile, 1,852 metres, an hour.
        case .second: socket.context.distance += socket.context.speed * 1_852 / 3_600
        case .stop: order(0, &socket)
        }
    }

    private func order(_ speed: Int, _ socket: inout Socket) {
        let speed = min(max(speed, 0), Self.fastest)
        guard speed != socket.context.speed else { return }
        socket.context.speed = speed
        socket.send(.ordered(speed), toParent: BridgeView.self)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h3>Engine</h3>
        <p class="tight"><strong>\(context.speed) kn</strong> \(context.distance) m run</p>
        <p class="tight">
          <button phx-click="slower" \(attribute: "disabled", if: context.speed == 0)>Slower</button>
          <button phx-click="faster" \(attribute: "disabled", if: context.speed == Self.fastest)>Faster</button>
        </p>
        """
    }
}
