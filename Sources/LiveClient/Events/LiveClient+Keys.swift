import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Presses a key on the focused element.
    ///
    /// - Parameter key: Named as in `KeyboardEvent.key`: `a`, `Enter`, `ArrowUp`.
    /// - Returns: False when what the key usually does is not to be done.
    @discardableResult
    public func keyDown(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey(.keydown, key, modifiers)
    }

    /// Releases a key.
    @discardableResult
    public func keyUp(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey(.keyup, key, modifiers)
    }

    /// A binding of the focused element itself keeps the window's bindings from running (CLIENT.md 2).
    private func dispatchKey(_ event: KeyEvent, _ key: String, _ modifiers: ClickModifiers) -> Bool {
        if let target = document.activeElement {
            if isLeaving(target) { return false }
            if document.attribute(event.binding, of: target)?.isEmpty == false {
                runKeyBinding(event.binding, on: target, event, key, modifiers)
                return !page.isUnloaded
            }
        }
        for node in bindings.elements(event.window.kind) where document.isAlive(node) {
            runKeyBinding(event.window.binding, on: node, event, key, modifiers)
        }
        return !page.isUnloaded
    }

    private func runKeyBinding(
        _ attribute: String, on node: NodeID, _ event: KeyEvent, _ key: String, _ modifiers: ClickModifiers
    ) {
        guard let binding = document.attribute(attribute, of: node) else { return }
        // The filter comes after the throttle: a key that does not match uses its window up all the same.
        limitRate(of: node, key: event == .keydown ? key : nil) { [weak self] in
            guard let self else { return }
            if let wanted = document.attribute(BindingName.key, of: node), wanted.lowercased() != key.lowercased() {
                return
            }
            var metadata = modifierMetadata(modifiers)
            metadata.updateValue(.string(key), forKey: "key", insertingAt: 0)
            run(binding, in: CommandContext(source: node, type: event.rawValue, metadata: metadata))
        }
    }
}

/// An event of a key, and what binds it: on the focused element, and wherever the focus is.
private enum KeyEvent: String {
    case keydown
    case keyup

    var binding: String {
        switch self {
        case .keydown: BindingName.keydown
        case .keyup: BindingName.keyup
        }
    }

    var window: (kind: BindingIndex.Kind, binding: String) {
        switch self {
        case .keydown: (.windowKeydown, BindingName.windowKeydown)
        case .keyup: (.windowKeyup, BindingName.windowKeyup)
        }
    }
}
