import Viewfinder

/// A ship's bridge whose instruments are live views of their own: they tell the bridge what they show, one can break
/// without the others, and the bridge can stop the engine.
struct BridgeView: LiveView {
    struct Context: LiveContext {
        var course = 90
        var depth: Int?
        var speed = 6
        /// The newest first.
        var log: [String] = []
    }

    enum Event: Decodable, Sendable {
        case stop
    }

    enum Info: Sendable {
        case steered(Int)
        case sounded(Int)
        case ordered(Int)
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Bridge"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .stop: socket.send(.stop, to: EngineView.self, id: "engine")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .steered(let course):
            socket.context.course = course
            socket.context.log.insert("\(TimeOfDay(socket.now)) course \(CompassView.text(of: course))", at: 0)
        case .sounded(let depth): socket.context.depth = depth
        case .ordered(let speed):
            socket.context.speed = speed
            socket.context.log.insert("\(TimeOfDay(socket.now)) \(speed == 0 ? "stopped" : "\(speed) knots")", at: 0)
        }
        socket.context.log = Array(socket.context.log.prefix(4))
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Bridge</h1>
        <p>Steering \(CompassView.text(of: context.course)) at \(context.speed) knots, \
        \(context.depth.map { "\($0) m under the keel." } ?? "depth unknown.")</p>
        <div class="instruments">
          \(liveView(CompassView(course: context.course), id: "compass", container: .instrument))
          \(liveView(SounderView(), id: "sounder", container: .instrument))
          \(liveView(EngineView(speed: context.speed), id: "engine", container: .instrument))
        </div>
        <p>
          <button phx-click="stop">Stop the engine</button>
          <span class="note">A sounder that is kicked breaks, and starts anew.</span>
        </p>
        <ul class="tight">\(context.log.map { "<li>\($0)</li>" })</ul>
        """
    }
}

extension ViewContainer {
    /// The frame around an instrument.
    static let instrument = ViewContainer("section", ["class": "instrument"])
}
