import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Receives a change: now, or later when the view is not ready for it.
    func receive(_ diff: Diff, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        if view.tree == nil || view.isJoinPending || (view.isMain && page.navigation.isPending) {
            view.heldDiffs.append(diff)
        } else {
            apply(diff, to: view)
        }
    }

    /// Shows what came while the view was not ready.
    func applyHeldDiffs(of view: ViewChannel) {
        while !view.isDestroyed, !view.isJoinPending, !(view.isMain && page.navigation.isPending),
            !view.heldDiffs.isEmpty
        {
            apply(view.heldDiffs.removeFirst(), to: view)
        }
    }

    /// Events that precede the patch, the patch, the title, the other events.
    private func apply(_ diff: Diff, to view: ViewChannel) {
        for event in diff.events where event.precedesPatch { dispatch(event) }
        if let title = diff.title { page.setTitle(title) }
        do {
            if let tree = view.tree {
                let reach = try tree.merge(diff)
                try patcher(of: view, tree).show(reach, changed: diff.components.keys)
            }
        } catch {
            clientLog.report(.renderedTree, "the view \(view.id) sent a change that does not fit its page: \(error)")
        }
        for event in diff.events where !event.precedesPatch { dispatch(event) }
    }

    /// What brings a view's tree to the page.
    func patcher(of view: ViewChannel, _ tree: RenderedTree) -> ViewPatcher {
        ViewPatcher(view, tree, on: page.patched, host: self, usesParts: settings.patchesByParts)
    }

    /// What follows a patch: hooks, `phx-mounted`, removals, native submits, components that are gone, nested views.
    func conclude(_ patch: Patch) {
        let view = patch.view
        if view.dialect.hidesFeedback, document.isAlive(view.container) { page.feedback.hide(below: view.container) }
        for node in patch.added { wasAdded(node) }
        for node in patch.updated where document.isAlive(node) {
            if !patch.notedHooks.contains(node) || !hooks.didUpdate(node) { hooks.sync(node) }
        }
        if !patch.leaving.isEmpty { remove(leaving: patch.leaving, from: view) }
        if let form = patch.triggeredForms.first(where: { document.isAlive($0) && document.isConnected($0) }) {
            trigger(form)
        }
        forget(removed: patch.removed, from: view, reportsComponents: !patch.isJoin)
        for node in patch.containers where document.isAlive(node) && document.isConnected(node) {
            foundContainer(node, in: view)
        }
    }

    /// Ends what lived in elements that were taken out, and frees them.
    private func forget(removed nodes: [NodeID], from view: ViewChannel, reportsComponents: Bool) {
        var gone: [Int] = []
        let nodes = nodes.filter { document.isAlive($0) && !document.isConnected($0) }
        guard !nodes.isEmpty else { return }
        for node in nodes {
            for element in Array(document.elements(below: node)) + [node] {
                if let cid = document.attribute(ViewAttribute.component, of: element).flatMap({ Int($0) }),
                    document.attribute(ViewAttribute.view, of: element) == view.id
                {
                    gone.append(cid)
                }
                if !hooks.isEmpty { hooks.end(element) }
            }
        }
        if reportsComponents, !gone.isEmpty { reportGone(components: gone, of: view) }
        // Hooks of views in it are told a little later, and may want to look at their elements then.
        guard page.leavingCount > 0 else { return nodes.forEach(free) }
        schedule.after(.zero) { [weak self] in nodes.forEach { self?.free($0) } }
    }

    /// An element came to the page: its hook and its `phx-mounted`.
    private func wasAdded(_ node: NodeID) {
        guard document.isAlive(node), document.isConnected(node) else { return }
        hooks.sync(node)
        runMounted(node)
    }

    /// Runs `phx-mounted` once in an element's life.
    func runMounted(_ node: NodeID) {
        guard document.isAlive(node), let commands = document.attribute(BindingName.mounted, of: node),
            !page.nodes[node].isMounted
        else { return }
        page.nodes[node].isMounted = true
        run(commands, on: node, type: nil)
    }

    /// Lets elements that leave run their `phx-remove`.
    func runRemove(of nodes: [NodeID]) {
        for node in nodes where document.isAlive(node) {
            page.nodes[node].isLeaving = true
            run(document.attribute(BindingName.remove, of: node) ?? "", on: node, type: "remove")
        }
    }

    /// Lets elements run their `phx-remove`, and takes them away when its transitions have ended.
    private func remove(leaving nodes: [NodeID], from view: ViewChannel) {
        runRemove(of: nodes)
        schedule.requestUpdate { [weak self] in
            guard let self else { return }
            for node in nodes where document.isAlive(node) {
                page.nodes[node].isLeaving = false
                focusLeaves(node)
                document.withoutEdits { document.detach(node) }
            }
            forget(removed: nodes, from: view, reportsComponents: true)
        }
    }

    // MARK: Components

    /// Tells a view which of its components have left the page, and forgets them when it agrees
    /// (TheClientsRules.md, "Components that leave").
    private func reportGone(components cids: [Int], of view: ViewChannel) {
        guard !view.isDestroyed, let tree = view.tree else { return }
        let gone = cids.filter { tree.components[$0] != nil && views.element(ofComponent: $0, in: view) == nil }
        guard !gone.isEmpty else { return }
        tree.reset(components: gone)
        view.leavingComponents.formUnion(gone)
        outbox.push(.componentsWillBeDestroyed(gone), to: view) { _ in
        } deliver: { [weak self, weak view] outcome in
            guard case .handled = outcome else { return }
            // They may have come again while the question was under way, or while they were leaving.
            self?.schedule.requestUpdate { [weak self] in
                guard let self, let view else { return }
                view.leavingComponents.subtract(gone)
                let absent = gone.filter { views.element(ofComponent: $0, in: view) == nil }
                guard !absent.isEmpty else { return }
                outbox.push(.componentsDestroyed(absent), to: view) { outcome in
                    if case .componentsDeleted(let deleted) = outcome { view.tree?.prune(components: deleted) }
                }
            }
        }
    }

    // MARK: Freeing

    /// Takes a node from the page, with all that belongs to it and to what is below it.
    func free(_ node: NodeID) {
        guard document.isAlive(node) else { return }
        focusLeaves(node)
        for node in [node] + Array(document.elements(below: node)) where document.isElement(node) {
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

extension LiveClient: PatchHost {
    var submittedForm: NodeID? { page.submittedForm }
}
