import LiveEngine
import Markup

/// A view that shows some HTML and takes every event without a change.
struct PageView: LiveView {
    struct Context: LiveContext {}

    let html: String

    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) {}

    func render(_ context: Context, _ meta: Meta) -> Rendered { "\(raw: html)" }
}
