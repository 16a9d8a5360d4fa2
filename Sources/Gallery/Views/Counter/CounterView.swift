import Viewfinder

/// A counter whose start comes with the address, worked by buttons and by arrow keys.
struct CounterView: LiveView {
    struct Context: LiveContext {
        var start = 0
        var count = 0
    }

    enum Event: Codable, Sendable {
        case up, down, reset, roll
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        let start = try params.value("start", as: Int.self)
        socket.context = Context(start: start, count: start)
        socket.title = "Counter"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        // At either end of the numbers there is no further.
        case .up: if socket.context.count < .max { socket.context.count += 1 }
        case .down: if socket.context.count > .min { socket.context.count -= 1 }
        case .reset: socket.context.count = socket.context.start
        case .roll:
            let (sum, isBeyond) = socket.context.count.addingReportingOverflow(
                .random(in: 1...6, using: &socket.random))
            if !isBeyond { socket.context.count = sum }
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Counter</h1>
        <p>The count is <strong id="count">\(context.count)</strong>.</p>
        <p>
          <button \(on: .click, Event.down) aria-label="Decrease">−</button>
          <button \(on: .click, Event.up) aria-label="Increase">+</button>
          <button \(on: .click, Event.reset) \(attribute: "disabled", if: context.count == context.start)>Reset</button>
          <button \(on: .click, Event.roll)>Roll a die</button>
        </p>
        <p \(on: .windowKeydown, Event.up) phx-key="ArrowUp">Arrow up counts up,
          <span \(on: .windowKeydown, Event.down) phx-key="ArrowDown">arrow down counts down.</span></p>
        """
    }
}
