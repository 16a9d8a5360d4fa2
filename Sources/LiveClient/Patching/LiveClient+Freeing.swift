import HTMLTree

extension LiveClient {
    /// Takes a node from the page, with all that belongs to it and to what is below it.
    func free(_ node: NodeID) {
        var components: [Int] = []
        free(node, collecting: &components)
    }

    /// Takes a node from the page, and tells which components had their element there.
    func free(_ node: NodeID, collecting components: inout [Int]) {
        guard document.isAlive(node) else { return }
        for node in [node] + Array(document.descendants(of: node)) where document.isElement(node) {
            if let cid = document.attribute("data-phx-component", of: node).flatMap({ Int($0) }) {
                components.append(cid)
            }
            if document.hasAttribute("data-phx-session", of: node), let id = document.attribute("id", of: node),
                let view = page.views[id], view.container == node
            {
                destroy(view)
            }
            if page.nodes.has(node) { forget(node) }
        }
        document.withoutEdits { document.remove(node) }
    }

    private func forget(_ node: NodeID) {
        let state = page.nodes[node]
        if let hook = state.hook {
            hook.hook.destroyed(context(of: node))
            page.eventListeners = page.eventListeners.mapValues { $0.filter { $0.node != node } }
        }
        if !state.fileInput.files.isEmpty { cancelTransfers { $0.input == node } }
        if let timer = state.rateLimit.timer { page.timers.cancel(timer) }
        if let copy = state.pending?.copy { free(copy) }
        if let content = state.portalContent { free(content) }
        page.focusStack.removeAll { $0 == node }
        page.nodes.forget(node)
    }
}
