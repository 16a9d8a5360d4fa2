import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Takes in a change: now, or later when the view is not ready for it.
    func receive(_ diff: Diff, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        if view.tree == nil || view.isJoinPending || (view.isMain && page.navigation.isPending) {
            view.heldDiffs.append(diff)
        } else {
            apply(diff, to: view)
        }
    }

    /// Takes in what came while the view was not ready.
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
                switch try tree.merge(diff) {
                case .nothing: break
                case .components(let cids) where settings.patchesByParts:
                    try patchByParts(view, tree, components: cids, reachesView: false)
                case .components(let cids): try patch(components: cids, of: view, in: tree)
                case .view where settings.patchesByParts:
                    try patchByParts(view, tree, components: diff.components.keys, reachesView: true)
                case .view: try patchWhole(view, tree, changed: Set(diff.components.keys))
                }

            }
        } catch {
            clientLog.report(.renderedTree, "the view \(view.id) sent a change that does not fit its page: \(error)")
        }
        for event in diff.events where !event.precedesPatch { dispatch(event) }
    }

    /// Makes a whole view like its tree.
    ///
    /// - Parameter changed: The components that the diff changed.
    func patchWhole(
        _ view: ViewChannel, _ tree: RenderedTree, changed components: Set<Int>
    ) throws(RenderedTreeError) {
        let content = try makeContent(of: view, tree, changedComponents: components)
        patchCounts.views += 1
        let patch = Patch(self, view: view, top: view.container, streams: content.streams)
        show(content, of: view, by: patch)
        conclude(patch)
    }

    /// Makes what is in a view's container like new content.
    func show(_ content: ViewContent, of view: ViewChannel, by patch: Patch) {
        patch.keepsCounterparts = settings.patchesByParts
        document.withoutEdits {
            patch.run(childrenFrom: content.fragment)
            document.remove(content.fragment)
        }
        if let tree = view.tree { bind(content, of: tree, to: patch) }
    }

    /// Patches only components: the topmost of those that changed and are on the page.
    func patch(
        components cids: [Int], of view: ViewChannel, in tree: RenderedTree
    ) throws(RenderedTreeError) {
        let elements = cids.compactMap { cid in views.element(ofComponent: cid, in: view).map { (cid: cid, node: $0) } }
        for (cid, node) in elements
        where !elements.contains(where: { $0.node != node && document.contains($0.node, node) }) {
            guard document.isAlive(node) else { continue }
            try patch(component: cid, at: node, of: view, in: tree)
        }
    }

    /// Patches one component where it is, or where it is in the private copy of something locked around it.
    private func patch(
        component cid: Int, at node: NodeID, of view: ViewChannel, in tree: RenderedTree
    ) throws(RenderedTreeError) {
        let (html, streams, written) = try tree.html(ofComponent: cid)
        forgetParts(of: written, in: tree)
        guard let top = patchedElement(ofComponent: cid, at: node) else { return }
        let fragment = document.withoutEdits {
            document.parseFragment(html, context: document.parent(of: node) ?? view.container)
        }
        defer { document.remove(fragment) }
        guard let new = document.children(of: fragment).first(where: { document.isElement($0) }) else { return }
        let patch = Patch(self, view: view, top: top, streams: streams)
        if top != node { patch.copies.insert(top) }
        document.withoutEdits { patch.run(replacingWith: new) }
        conclude(patch)
    }

    /// Notes that of some nodes only the outermost elements are known from now on.
    private func forgetParts(of nodes: [RenderedNode], in tree: RenderedTree) {
        let shown = ShownNodes(tree: tree, document: document)
        let tops = nodes.map(shown.tops)
        for (node, tops) in zip(nodes, tops) { node.shown = node.shown.map { .markup(tops, $0.context) } }
    }

    /// The element of a component that patches reach: nil when what is locked around it has it no more.
    private func patchedElement(ofComponent cid: Int, at node: NodeID) -> NodeID? {
        guard
            let locked = document.inclusiveAncestors(of: node).first(where: {
                document.hasAttribute(PendingMark.lock, of: $0)
            }), locked != node, let copy = page.nodes[locked].lockedCopy
        else { return node }
        return document.elements(below: copy).first {
            document.attribute(ViewAttribute.component, of: $0) == String(cid)
        }
    }

    /// Brings what came for a locked element from its private copy to the page.
    ///
    /// - Parameter mark: The push whose answer ended the lock.
    func show(_ copy: NodeID, in node: NodeID, of view: ViewChannel, upTo mark: Int) {
        let patch = Patch(self, view: view, top: node, undoneMark: mark)
        patch.keepsCounterparts = settings.patchesByParts
        document.withoutEdits { patch.run(replacingWith: copy) }
        if let tree = view.tree, !patch.counterparts.isEmpty,
            let location = ShownNodes(tree: tree, document: document).location(of: node, below: view.container)
        {
            PartBinding(patch.counterparts, tree: tree, isForBuilt: false)
                .bind(location.entry, of: location.shown, from: location.shown)
        }
        conclude(patch)
        if document.isAlive(copy), document.parent(of: copy) == nil { free(copy) }
    }

    /// What follows a patch: hooks, `phx-mounted`, removals, native submits, components that are gone, nested views.
    func conclude(_ patch: Patch) {
        let view = patch.view
        for node in patch.added { wasAdded(node) }
        for node in patch.updated where document.isAlive(node) {
            if !patch.notedHooks.contains(node) || !hooks.didUpdate(node) { hooks.sync(node) }
        }
        if !patch.leaving.isEmpty { remove(leaving: Array(patch.leaving), from: view) }
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
        for node in nodes {
            for element in document.elements(below: node) + [node] {
                if let cid = document.attribute(ViewAttribute.component, of: element).flatMap({ Int($0) }),
                    document.attribute(ViewAttribute.view, of: element) == view.id
                {
                    gone.append(cid)
                }
                hooks.end(element)
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

    /// Tells a view which of its components have left the page, and forgets them when it agrees (CLIENT.md 12).
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
}
