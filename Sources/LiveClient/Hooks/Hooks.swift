import HTMLTree
import LiveProtocol
import OrderedCollections

/// The hooks that live on the elements of a page, and what they listen to.
final class Hooks {
    private struct Instance {
        var name: String
        var hook: any ClientHook
        /// Whether it was told that the connection is lost, and not yet that it is back.
        var isDisconnected = false
    }

    private let document: Document
    private let nesting: Nesting
    private let log: ClientLog
    /// What contexts of hooks reach the page by.
    weak var host: (any HookHost)?
    /// Makes a hook of a name; nil when none is known.
    var make: (String) -> (any ClientHook)? = { _ in nil }
    /// Told of each element whose hook hears something.
    var onHearing: (NodeID) -> Void = { _ in }
    private var instances: [NodeID: Instance] = [:]
    /// The names that elements have asked for and nobody knows, in the order of their coming.
    private(set) var unknownNames: OrderedSet<String> = []
    /// What hooks do at what a person does to their elements.
    private var elementListeners: [NodeID: [ElementEvent: [() -> Void]]] = [:]
    /// What hooks do at the events that views push, with the elements of the hooks.
    private var eventListeners: [String: [(node: NodeID, handle: (JSONValue) -> Void)]] = [:]

    init(document: Document, nesting: Nesting, log: ClientLog) {
        self.document = document
        self.nesting = nesting
        self.log = log
    }

    /// The elements that have a hook.
    var elements: some Collection<NodeID> { instances.keys }

    var isEmpty: Bool { instances.isEmpty }

    func has(_ node: NodeID) -> Bool { instances[node] != nil }

    /// Whether the hook of an element listens to anything.
    func isListening(_ node: NodeID) -> Bool {
        elementListeners[node] != nil || eventListeners.values.contains { $0.contains { $0.node == node } }
    }

    // MARK: Life

    /// Gives an element the hook that its attribute names, or takes away the one it had.
    func sync(_ node: NodeID) {
        guard document.isAlive(node) else { return }
        let name = document.hookName(of: node)
        let present = instances[node]
        guard name != present?.name else { return }
        if present != nil { end(node) }
        guard let name else { return }
        guard document.attribute("id", of: node)?.isEmpty == false else {
            return log.report(
                .missingID, "no id on \(document.words(for: node)), whose phx-hook=\"\(name)\" needs one")
        }
        guard let hook = make(name) else {
            unknownNames.append(name)
            return log.report(
                .unknownHook, "no hook \"\(name)\" is known, named by \(document.words(for: node))", severity: .warning)
        }
        instances[node] = Instance(name: name, hook: hook)
        hook.mounted(context(of: node))
    }

    /// Tells the hook of an element that the element is about to change.
    func willUpdate(_ node: NodeID) { instances[node]?.hook.beforeUpdate(context(of: node)) }

    /// Tells the hook of an element that the element has changed.
    ///
    /// - Returns: False when there is none.
    func didUpdate(_ node: NodeID) -> Bool {
        guard let hook = instances[node]?.hook else { return false }
        hook.updated(context(of: node))
        return true
    }

    /// Takes the hook from an element, which hears nothing any more.
    func end(_ node: NodeID) {
        guard let present = instances[node] else { return }
        forget(node)
        present.hook.destroyed(context(of: node))
    }

    /// Takes the hook from an element; nobody hears of it.
    func forget(_ node: NodeID) {
        guard instances.removeValue(forKey: node) != nil else { return }
        elementListeners[node] = nil
        for name in eventListeners.keys { eventListeners[name]?.removeAll { $0.node == node } }
    }

    /// Takes the hooks from the elements of a view that is left.
    ///
    /// - Returns: What tells them, when the session has heard of it.
    func take(from nodes: [NodeID]) -> () -> Void {
        let taken = nodes.compactMap { node in
            instances[node].map { (hook: $0.hook, context: context(of: node)) }
        }
        for node in nodes { forget(node) }
        return { for (hook, context) in taken { hook.destroyed(context) } }
    }

    /// Tells the hooks of a view's elements that its session is lost, or those that were told so that it is back.
    func tell(_ nodes: [NodeID], isConnected: Bool) {
        for node in nodes {
            guard let present = instances[node], !isConnected || present.isDisconnected else { continue }
            instances[node]?.isDisconnected = !isConnected
            if isConnected {
                present.hook.reconnected(context(of: node))
            } else {
                present.hook.disconnected(context(of: node))
            }
        }
    }

    private func context(of node: NodeID) -> HookContext { HookContext(element: node, document: document, host: host) }

    // MARK: Listening

    /// Listens to an event that views push, as long as an element has its hook.
    func listen(to name: String, at node: NodeID, _ handle: @escaping (JSONValue) -> Void) {
        eventListeners[name, default: []].append((node, handle))
    }

    /// Listens to what a person does to an element or in it, as long as it has its hook.
    func listen(to event: ElementEvent, at node: NodeID, _ handle: @escaping () -> Void) {
        elementListeners[node, default: [:]][event, default: []].append(handle)
    }

    /// Delivers an event that a view pushed to who listens.
    func deliver(_ event: PushedEvent) {
        for listener in eventListeners[event.name] ?? [] {
            onHearing(listener.node)
            listener.handle(event.payload)
        }
    }

    /// Delivers an event that commands dispatched to who listens to the same of views.
    func deliverDispatched(_ name: String, _ payload: JSONValue) {
        for listener in eventListeners[name] ?? [] {
            onHearing(listener.node)
            nesting.within(listener.node) { listener.handle(payload) }
        }
    }

    /// Tells the hooks of an element, and of those it is in, what a person did to it.
    func notify(_ event: ElementEvent, at node: NodeID) {
        guard !elementListeners.isEmpty, document.isAlive(node) else { return }
        for node in Array(document.inclusiveAncestors(of: node)) {
            for listener in elementListeners[node]?[event] ?? [] {
                onHearing(node)
                nesting.within(node, listener)
            }
        }
    }
}

extension Document {
    /// The hook that an element names: one that is built in, or one of the app.
    func hookName(of node: NodeID) -> String? {
        attribute(ViewAttribute.hook, of: node) ?? attribute(BindingName.hook, of: node)
    }
}
