import Dispatch
import LiveEngine
import Markup

/// Holds up its thread until it is let go.
struct BlockingView: LiveView {
    /// What the view waits at.
    final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)

        func wait() { semaphore.wait() }

        func open() { semaphore.signal() }
    }

    struct Context: LiveContext { var passed = 0 }

    enum Event: Decodable, Sendable { case pass }

    let gate: Gate

    func handle(_ event: Event, _ socket: inout Socket) {
        gate.wait()
        socket.context.passed += 1
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(context.passed)</p>" }
}
