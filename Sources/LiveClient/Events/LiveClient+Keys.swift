import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Presses a key on the focused element.
    ///
    /// - Parameter key: Named as in `KeyboardEvent.key`: `a`, `Enter`, `ArrowUp`.
    /// - Returns: False when what the key usually does is not to be done.
    @discardableResult
    public func keyDown(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey("keydown", key, modifiers)
    }

    /// Releases a key.
    @discardableResult
    public func keyUp(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey("keyup", key, modifiers)
    }

    /// A binding of the focused element itself keeps the window's bindings from running (CLIENT.md 2).
    private func dispatchKey(_ type: String, _ key: String, _ modifiers: ClickModifiers) -> Bool {
        if let target = document.activeElement {
            if isLeaving(target) { return false }
            if document.attribute("phx-\(type)", of: target)?.isEmpty == false {
                runKeyBinding("phx-\(type)", on: target, type, key, modifiers)
                return !page.isUnloaded
            }
        }
        let attribute = "phx-window-\(type)"
        for node in document.elements(below: document.root).filter({ document.hasAttribute(attribute, of: $0) }) {
            if document.isAlive(node) { runKeyBinding(attribute, on: node, type, key, modifiers) }
        }
        return !page.isUnloaded
    }

    private func runKeyBinding(
        _ attribute: String, on node: NodeID, _ type: String, _ key: String, _ modifiers: ClickModifiers
    ) {
        guard let binding = document.attribute(attribute, of: node) else { return }
        // The filter comes after the throttle: a key that does not match uses its window up all the same.
        limitRate(of: node, key: type == "keydown" ? key : nil) { [weak self] in
            guard let self else { return }
            if let wanted = document.attribute("phx-key", of: node), wanted.lowercased() != key.lowercased() { return }
            var metadata = modifierMetadata(modifiers)
            metadata.updateValue(.string(key), forKey: "key", insertingAt: 0)
            run(binding, in: CommandContext(source: node, type: type, metadata: metadata))
        }
    }
}
