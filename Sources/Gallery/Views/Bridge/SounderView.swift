import Viewfinder

/// The echo sounder of the bridge: a timer takes a sounding each second. A kick is too much for it.
struct SounderView: LiveView {
    struct Context: LiveContext {
        var depth: Int?
        var soundings = 0
    }

    enum Event: Decodable, Sendable {
        case kick
    }

    enum Info: Decodable, Sendable {
        case second
    }

    /// What the bottom is like along the way, in metres.
    private static let bottom = [24, 23, 25, 28, 31, 30, 26, 22, 19, 18, 20, 23]

    func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.second, every: .seconds(1)) }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .kick: throw SessionCrash("the sounder's valve is broken")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .second:
            let depth = Self.bottom[socket.context.soundings % Self.bottom.count]
            socket.context.depth = depth
            socket.context.soundings += 1
            socket.send(.sounded(depth), toParent: BridgeView.self)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h3>Sounder</h3>
        <p class="tight"><strong>\(context.depth.map { "\($0) m" } ?? "listening")</strong> \
        \(context.soundings == 1 ? "1 sounding" : "\(context.soundings) soundings")</p>
        <p class="tight"><button phx-click="kick">Kick it</button></p>
        """
    }
}
