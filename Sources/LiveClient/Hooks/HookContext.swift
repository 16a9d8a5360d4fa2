import HTMLTree
import LiveProtocol

/// What a hook can see and do.
public struct HookContext {
    /// The hook's element.
    public let element: NodeID
    let client: LiveClient

    public var document: Document { client.document }

    /// Pushes an event to the view of the element.
    ///
    /// - Parameter reply: Gets the handler's reply, null when it gave none; not called without a connection.
    public func pushEvent(
        _ name: String, _ payload: JSONValue = [:], reply: ((JSONValue) -> Void)? = nil
    ) {
        guard document.isAlive(element), let view = client.view(owning: element) else { return }
        client.pushHookEvent(name, payload, from: element, to: view, component: nil, reply: reply)
    }

    /// Pushes an event to each view or component that owns a match of a selector, as `phx-target` does.
    public func pushEvent(
        to selector: String, _ name: String, _ payload: JSONValue = [:], reply: ((JSONValue) -> Void)? = nil
    ) {
        guard document.isAlive(element) else { return }
        for target in client.targets(of: selector, from: element) {
            client.pushHookEvent(
                name, payload, from: element, to: target.view, component: target.component, reply: reply)
        }
    }

    /// Listens to an event that views push, as long as the element lives.
    public func handleEvent(_ name: String, _ handle: @escaping (JSONValue) -> Void) {
        client.page.eventListeners[name, default: []].append(EventListener(node: element, handle: handle))
    }

    /// Runs a list of commands, as an attribute would hold it, on the element.
    public func run(_ commands: String) { client.run(commands, on: element, type: "hook") }
}
