import HTMLTree

extension LiveClient {
    /// Takes a node from the page, with all that belongs to it and to what is below it.
    func free(_ node: NodeID) {
        guard document.isAlive(node) else { return }
        focusLeaves(node)
        for node in [node] + Array(document.descendants(of: node)) where document.isElement(node) {
            if document.hasAttribute(ViewAttribute.session, of: node), let id = document.attribute("id", of: node),
                let view = page.views[id], view.container == node
            {
                destroy(view)
            }
            if page.nodes.has(node) { forget(node) }
        }
        document.withoutEdits { document.remove(node) }
    }

    /// Frees what a patch lost: nobody hears of it.
    func discardSilently(_ node: NodeID) {
        for element in [node] + Array(document.elements(below: node)) where page.nodes.has(element) {
            page.nodes.setHook(nil, of: element)
        }
        free(node)
    }

    private func forget(_ node: NodeID) {
        endHook(of: node)
        let state = page.nodes[node]
        if !state.fileInput.files.isEmpty { cancelTransfers { $0.input == node } }
        if let timer = state.rateLimit.timer { page.timers.cancel(timer) }
        if let copy = state.lockedCopy { free(copy) }
        if let content = state.portalContent, document.isAlive(content), !document.isConnected(content) {
            free(content)
        }
        page.focusStack.removeAll { $0 == node }
        page.nodes.forget(node)
    }
}
