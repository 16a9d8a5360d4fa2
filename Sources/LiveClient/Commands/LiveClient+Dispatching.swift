import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Dispatches an event as a command does: those that bindings listen to act as if a person had caused them.
    func dispatch(_ event: DispatchedEvent, on node: NodeID) {
        guard document.isAlive(node) else { return }
        switch event.name {
        case "click": dispatchClick(node)
        case "change", "input":
            guard document.controlKind(of: node) != nil else {
                report(
                    .changeWithoutForm,
                    "\(words(for: event.dispatcher)) dispatches \(event.name) to \(words(for: node)), which is no form control"
                )
                return
            }
            let isButton = document.controlKind(of: node)?.isButton == true
            changed(node, submitter: isButton ? node : nil)
        case "submit":
            guard document.name(of: node) == "form" else { return }
            dispatchSubmit(node, submitter: nil)
        case let name:
            announce(name, on: node, detail: .object(event.detail), bubbles: event.bubbles)
        }
    }

    /// Tells who listens of an event that no binding knows. Hooks listen at the window, which hears only what bubbles.
    func announce(_ name: String, on node: NodeID, detail: JSONValue = [:], bubbles: Bool = false) {
        record(.dispatched(PushedEvent(name: name, payload: detail)))
        if name == "phx:show-end" { focusWrapShown(node) }
        guard bubbles, name.hasPrefix("phx:") else { return }
        for listener in page.eventListeners[String(name.dropFirst(4))] ?? [] {
            within(listener.node) { listener.handle(detail) }
        }
    }
}
