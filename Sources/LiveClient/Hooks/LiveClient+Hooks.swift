import HTMLTree
import LiveProtocol

extension LiveClient {
    func context(of node: NodeID) -> HookContext { HookContext(element: node, client: self) }

    /// Gives an element the hook that its attribute names, or takes away the one it had.
    func syncHook(of node: NodeID) {
        guard document.isAlive(node) else { return }
        let name = document.hookName(of: node)
        let present = page.nodes.has(node) ? page.nodes[node].hook : nil
        guard name != present?.name else { return }
        if present != nil { endHook(of: node) }
        guard let name else { return }
        guard document.attribute("id", of: node)?.isEmpty == false else {
            report(.missingID, "no id on \(words(for: node)), whose phx-hook=\"\(name)\" needs one")
            return
        }
        guard let hook = makeHook(name) else {
            report(.unknownHook, "no hook \"\(name)\" is known, named by \(words(for: node))", severity: .warning)
            return
        }
        page.nodes.setHook(HookInstance(name: name, hook: hook), of: node)
        hook.mounted(context(of: node))
    }

    /// Takes the hook from an element, which hears nothing any more.
    func endHook(of node: NodeID) {
        guard page.nodes.has(node), let present = page.nodes[node].hook else { return }
        takeHook(of: node)
        present.hook.destroyed(context(of: node))
    }

    private func makeHook(_ name: String) -> (any ClientHook)? {
        switch name {
        case FocusWrapHook.name: FocusWrapHook()
        case LiveFileInputHook.name: LiveFileInputHook()
        default: settings.hooks[name]?()
        }
    }

    func pushHookEvent(
        _ name: String, _ payload: JSONValue, from node: NodeID?, to view: ViewChannel, component: Int?,
        reply: ((JSONValue) -> Void)? = nil
    ) {
        guard isConnected(view) else { return }
        let mark = nextMark(of: view)
        if let node { self.mark(node, of: view, as: mark, type: "hook", locks: true) }
        let event = EventPush(type: "hook", event: name, value: .json(payload), component: component)
        push(
            .event(event), to: view, mark: mark,
            deliver: { outcome in
                if case .handled(let diff) = outcome { reply?(diff?.reply ?? .null) }
            })
    }

    /// Pushes an event to the main view as a hook does, with no element behind it.
    public func pushEvent(_ name: String, payload: JSONValue = [:], component: Int? = nil) {
        guard let view = page.mainView else { return }
        pushHookEvent(name, payload, from: nil, to: view, component: component)
    }

    /// Delivers an event that a view pushed to who listens.
    func dispatch(_ event: PushedEvent) {
        record(.dispatched(event))
        for listener in page.eventListeners[event.name] ?? [] { listener.handle(event.payload) }
    }

    /// Tells the hooks of an element, and of those it is in, what a person did to it.
    func notify(_ event: ElementEvent, at node: NodeID) {
        guard document.isAlive(node) else { return }
        for node in [node] + document.ancestors(of: node) where page.nodes.has(node) {
            for listener in page.nodes[node].listeners[event] ?? [] { within(node, listener) }
        }
    }

    /// Tells the hooks in a view that its session is lost, or those that were told so that it is back.
    func tellHooks(of view: ViewChannel, isConnected: Bool) {
        for node in ownedElements(of: view) where page.nodes.hooked.contains(node) {
            guard let hook = page.nodes[node].hook, !isConnected || hook.isDisconnected else { continue }
            page.nodes[node].hook?.isDisconnected = !isConnected
            if isConnected {
                hook.hook.reconnected(context(of: node))
            } else {
                hook.hook.disconnected(context(of: node))
            }
        }
    }

    /// Takes the hooks from a view that is left.
    ///
    /// - Returns: What tells them, when the session has heard of it.
    func takeHooks(of view: ViewChannel) -> () -> Void {
        let nodes = ownedElements(of: view).filter(page.nodes.hooked.contains)
        let hooks = nodes.compactMap { node in page.nodes[node].hook.map { (hook: $0.hook, context: context(of: node)) }
        }
        for node in nodes { takeHook(of: node) }
        return { for (hook, context) in hooks { hook.destroyed(context) } }
    }

    private func takeHook(of node: NodeID) {
        page.nodes.setHook(nil, of: node)
        page.nodes[node].listeners = [:]
        page.eventListeners = page.eventListeners.mapValues { $0.filter { $0.node != node } }
    }
}

extension Document {
    /// The hook that an element names: one that is built in, or one of the app.
    func hookName(of node: NodeID) -> String? {
        attribute(ViewAttribute.hook, of: node) ?? attribute(BindingName.hook, of: node)
    }
}
