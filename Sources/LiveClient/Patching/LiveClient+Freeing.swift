import HTMLTree

extension LiveClient {
    /// Takes a node from the page, with all that belongs to it and to what is below it.
    func free(_ node: NodeID) {
        guard document.isAlive(node) else { return }
        focusLeaves(node)
        for node in [node] + Array(document.descendants(of: node)) where document.isElement(node) {
            if document.hasAttribute(ViewAttribute.session, of: node), let id = document.attribute("id", of: node),
                let view = views[id], view.container == node
            {
                destroy(view)
            }
            forget(node)
        }
        document.withoutEdits { document.remove(node) }
    }

    /// Frees what a patch lost: nobody hears of it.
    func discardSilently(_ node: NodeID) {
        if !hooks.isEmpty {
            for element in [node] + Array(document.elements(below: node)) { hooks.forget(element) }
        }
        free(node)
    }

    private func forget(_ node: NodeID) {
        hooks.end(node)
        page.rateLimits.forget(node)
        page.scrolling.forget(node)
        page.uploads.forget(node)
        guard let state = page.nodes.state(of: node) else { return }
        if let copy = state.lockedCopy { free(copy) }
        if let content = state.portalContent, document.isAlive(content), !document.isConnected(content) {
            free(content)
        }
        page.focusStack.removeAll { $0 == node }
        page.nodes.forget(node)
    }
}
