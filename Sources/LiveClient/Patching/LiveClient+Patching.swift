import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Takes in a change: now, or later when the view is not ready for it.
    func receive(_ diff: Diff, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        if view.tree == nil || view.isJoinPending || (view.isMain && page.pendingLink != nil) {
            view.heldDiffs.append(diff)
        } else {
            apply(diff, to: view)
        }
    }

    /// Takes in what came while the view was not ready.
    func applyHeldDiffs(of view: ViewChannel) {
        while !view.isDestroyed, !view.isJoinPending, !(view.isMain && page.pendingLink != nil),
            !view.heldDiffs.isEmpty
        {
            apply(view.heldDiffs.removeFirst(), to: view)
        }
    }

    /// Events that precede the patch, the patch, the title, the other events.
    private func apply(_ diff: Diff, to view: ViewChannel) {
        for event in diff.events where event.precedesPatch { dispatch(event) }
        if let title = diff.title { setTitle(title) }
        do {
            if let tree = view.tree {
                switch try tree.merge(diff) {
                case .nothing: break
                case .components(let cids) where settings.patchesByParts:
                    try patchByParts(view, tree, components: cids, reachesView: false)
                case .components(let cids): try patch(components: cids, of: view, in: tree)
                case .view where settings.patchesByParts:
                    try patchByParts(view, tree, components: diff.components.keys, reachesView: true)
                case .view: try patchWhole(view, tree)
                }
            }
        } catch {
            report(.renderedTree, "the view \(view.id) sent a change that does not fit its page: \(error)")
        }
        for event in diff.events where !event.precedesPatch { dispatch(event) }
    }

    /// Makes a whole view like its tree.
    func patchWhole(_ view: ViewChannel, _ tree: RenderedTree) throws(RenderedTreeError) {
        let content = try makeContent(of: view, tree, isWhole: false)
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
    private func patch(
        components cids: [Int], of view: ViewChannel, in tree: RenderedTree
    ) throws(RenderedTreeError) {
        let elements = cids.compactMap { cid in element(ofComponent: cid, in: view).map { (cid: cid, node: $0) } }
        for (cid, node) in elements
        where !elements.contains(where: { $0.node != node && document.contains($0.node, node) }) {
            guard document.isAlive(node) else { continue }
            let (html, streams) = try tree.html(ofComponent: cid)
            let fragment = document.withoutEdits {
                document.parseFragment(html, context: document.parent(of: node) ?? view.container)
            }
            defer { document.remove(fragment) }
            guard let new = document.children(of: fragment).first(where: { document.isElement($0) }) else { continue }
            let patch = Patch(self, view: view, top: node, streams: streams)
            if document.name(of: new) == document.name(of: node) {
                patch.run(replacingWith: new)
            } else {
                patch.replaceTop(with: new)
            }
            conclude(patch)
        }
    }

    /// Brings what came for a locked element from its private copy to the page.
    func show(_ copy: NodeID, in node: NodeID, of view: ViewChannel) {
        let patch = Patch(self, view: view, top: node, source: .copy)
        patch.keepsCounterparts = settings.patchesByParts
        document.withoutEdits { patch.run(replacingWith: copy) }
        free(copy)
        if let tree = view.tree, !patch.counterparts.isEmpty,
            let location = ShownNodes(tree: tree, document: document).location(of: node, below: view.container)
        {
            PartBinding(patch.counterparts, tree: tree, isForBuilt: false)
                .bind(location.entry, of: location.shown, from: location.shown)
        }
        conclude(patch)
    }

    /// What follows a patch: portals, hooks, `phx-mounted`, removals, native submits, components that are gone.
    func conclude(_ patch: Patch) {
        let view = patch.view
        for template in patch.portals where document.isAlive(template) && document.isConnected(template) {
            teleport(template, of: view)
        }
        let added = patch.added
        for node in added where document.isAlive(node) && document.hasAttribute("data-phx-session", of: node) {
            foundContainer(node, in: view)
        }
        for node in added { wasAdded(node) }
        for node in patch.updatedHooks where document.isAlive(node) {
            page.nodes[node].hook?.hook.updated(context(of: node))
        }
        for node in patch.matchedHooks where document.isAlive(node) { syncHook(of: node) }
        if !patch.leaving.isEmpty { remove(leaving: patch.leaving, from: view) }
        reportGone(components: patch.removedComponents, of: view)
        if let form = patch.triggeredForms.first(where: { document.isAlive($0) && document.isConnected($0) }) {
            trigger(form)
        }
    }

    /// An element came to the page: its hook and its `phx-mounted`.
    private func wasAdded(_ node: NodeID) {
        guard document.isAlive(node) else { return }
        syncHook(of: node)
        runMounted(node)
    }

    /// Runs `phx-mounted` once in an element's life.
    func runMounted(_ node: NodeID) {
        guard document.isAlive(node), let commands = document.attribute("phx-mounted", of: node),
            !page.nodes[node].isMounted
        else { return }
        page.nodes[node].isMounted = true
        run(commands, on: node, type: nil)
    }

    /// Lets elements run their `phx-remove`, and takes them away when its transitions have ended.
    func remove(leaving nodes: [NodeID], from view: ViewChannel) {
        for node in nodes where document.isAlive(node) {
            run(document.attribute("phx-remove", of: node) ?? "", on: node, type: "remove")
        }
        requestUpdate { [weak self] in
            guard let self else { return }
            var gone: [Int] = []
            for node in nodes where document.isAlive(node) { free(node, collecting: &gone) }
            reportGone(components: gone, of: view)
        }
    }
}
