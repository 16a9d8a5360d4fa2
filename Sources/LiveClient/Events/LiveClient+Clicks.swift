import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Clicks an element: the focus goes there, then come the bindings, then what the browser does (CLIENT.md 4).
    ///
    /// - Parameters:
    ///   - modifiers: The keys held.
    ///   - start: Where the button was pressed, when the mouse was dragged to `node`.
    public func click(_ node: NodeID, modifiers: ClickModifiers = [], startedOn start: NodeID? = nil) {
        guard document.isAlive(node), !isInDisabledControl(node) else { return }
        moveFocusByMouse(to: start ?? node)
        dispatchClick(node, modifiers: modifiers, startedOn: start)
    }

    /// Dispatches a click without moving the focus, as a command or a key does.
    public func dispatchClick(_ node: NodeID, modifiers: ClickModifiers = [], startedOn start: NodeID? = nil) {
        guard document.isAlive(node), !isInDisabledControl(node), page.question == nil else { return }
        confirm(node) { [weak self] in self?.dispatchConfirmedClick(node, modifiers: modifiers, startedOn: start) }
    }

    private func dispatchConfirmedClick(_ node: NodeID, modifiers: ClickModifiers, startedOn start: NodeID?) {
        let toggled = toggleTicks(node)
        if followLiveLink(at: node, modifiers: modifiers) { return }
        dispatchClickAway(from: start ?? node, clicked: node)
        notify(.click, at: node)
        guard document.isAlive(node) else { return }
        let bound = boundElement(at: node)
        if let bound, !isPending(bound), let binding = document.attribute(BindingName.click, of: bound) {
            let metadata = modifierMetadata(modifiers)
            limitRate(of: bound) { [weak self] in
                self?.run(binding, in: CommandContext(source: bound, type: "click", metadata: metadata))
            }
        }
        guard document.isAlive(node) else { return }
        if let bound, document.attribute("href", of: bound) == "#" { return }
        if followMethodLink(at: node, modifiers: modifiers) { return }
        act(on: node, toggled: toggled, modifiers: modifiers)
    }

    /// The nearest element with `phx-click` that is not disabled, without leaving the view.
    private func boundElement(at node: NodeID) -> NodeID? {
        var current: NodeID? = node
        while let node = current {
            if document.hasAttribute(BindingName.click, of: node), !document.isDisabled(node) { return node }
            current = document.parent(of: node)
            // The search ends below the view's own container.
            if let above = current, document.hasAttribute(ViewAttribute.session, of: above) { return nil }
        }
        return nil
    }

    private func dispatchClickAway(from start: NodeID, clicked: NodeID) {
        guard isVisible(clicked) else { return }
        for node in bindings.elements(.clickAway) where document.isAlive(node) {
            guard isVisible(node), !isInside(start, node), !isInside(clicked, node),
                let binding = document.attribute(BindingName.clickAway, of: node)
            else { continue }
            run(binding, in: CommandContext(source: node, type: "click"))
        }
    }

    /// Whether a node is in an element, or shown by a portal that is.
    private func isInside(_ node: NodeID, _ element: NodeID) -> Bool {
        var current: NodeID? = node
        while let node = current {
            if node == element { return true }
            current = document.contains(element, node) ? document.parent(of: node) : logicalParent(of: node)
        }
        return false
    }

    func modifierMetadata(_ modifiers: ClickModifiers) -> OrderedDictionary<String, JSONValue> {
        guard settings.sendsModifiers else { return [:] }
        var result: OrderedDictionary<String, JSONValue> = [:]
        if modifiers.contains(.control) { result["ctrlKey"] = true }
        if modifiers.contains(.shift) { result["shiftKey"] = true }
        if modifiers.contains(.alt) { result["altKey"] = true }
        if modifiers.contains(.meta) { result["metaKey"] = true }
        return result
    }

    // MARK: What keeps a click from happening

    /// Whether an element, or one around it, is on its way out.
    func isLeaving(_ node: NodeID) -> Bool {
        ([node] + document.ancestors(of: node)).contains { page.nodes.has($0) && page.nodes[$0].isLeaving }
    }

    private func isInDisabledControl(_ node: NodeID) -> Bool {
        ([node] + document.ancestors(of: node)).contains { node in
            document.isElement(node) && document.name(of: node) != "fieldset" && document.name(of: node) != "optgroup"
                && document.isDisabled(node)
        }
    }

    private func moveFocusByMouse(to node: NodeID) {
        let target = ([node] + document.ancestors(of: node)).first {
            document.isElement($0) && document.isFocusable($0)
        }
        if let target {
            focus(target)
        } else if label(at: node) == nil {
            blur()
        }
    }
}
