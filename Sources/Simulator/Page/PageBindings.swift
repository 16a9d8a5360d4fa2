import HTMLTree
import LiveClient

/// The page's own bindings of keys, as far as a key can reach them now (TheClientsRules.md, "Keys").
struct PageBindings {
    let document: Document
    /// The elements with `phx-window-keydown` or `-keyup`.
    let windowBindings: [NodeID]

    /// Whether the page listens to a key: by the focused element's own binding, which keeps those of the window from it,
    /// or by one of the window. A binding without `phx-key` counts for the printable keys only, so that a page that hears
    /// all keys can still be scrolled and left.
    func listen(to key: Key) -> Bool {
        if let active = document.activeElement {
            let hasDown = document.hasAttribute(BindingName.keydown, of: active)
            let hasUp = document.hasAttribute(BindingName.keyup, of: active)
            if hasDown || hasUp { return binding(on: active, isFor: key) }
        }
        return windowBindings.contains { document.isAlive($0) && binding(on: $0, isFor: key) }
    }

    /// Whether a key runs any binding, whatever the key.
    func hear(_ key: Key) -> Bool {
        func isHeard(_ node: NodeID) -> Bool {
            document.attribute(BindingName.key, of: node).map { $0.lowercased() == key.eventName.lowercased() } ?? true
        }
        if let active = document.activeElement,
            document.hasAttribute(BindingName.keydown, of: active)
                || document.hasAttribute(BindingName.keyup, of: active)
        {
            return isHeard(active)
        }
        return windowBindings.contains { document.isAlive($0) && isHeard($0) }
    }

    private func binding(on node: NodeID, isFor key: Key) -> Bool {
        guard let name = document.attribute(BindingName.key, of: node) else { return key.character != nil }
        return name.lowercased() == key.eventName.lowercased()
    }
}
