import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Shows what a diff changed, part by part; what cannot be shown so is made anew together with what is around it.
    ///
    /// - Parameter cids: The components that the diff changed.
    /// - Throws: When the change does not fit the tree; the page is then as it was.
    func patchByParts(
        _ view: ViewChannel, _ tree: RenderedTree, components cids: [Int], reachesView: Bool
    ) throws(RenderedTreeError) {
        guard reachesView || !isBelowLock(cids, of: view) else {
            return try patch(components: cids, of: view, in: tree)
        }
        let reach = PatchReach(self, view: view, tree: tree, components: cids, reachesView: reachesView)
        let reached = reachedComponents(cids, in: reach, of: view, reachesView: reachesView)
        let builder = PartBuilder(
            tree: tree, document: document, library: library(of: view),
            changedComponents: reachesView ? Set(cids) : nil)
        let edited = EditedElements(in: reach, of: self)
        var planner = PartPlanner(builder: builder, wholeElements: edited.whole)
        do throws(PartError) {
            guard page.submittedForm == nil else { throw .unbound }
            let patch = try document.withoutEdits { () throws(PartError) in
                defer { planner.plan.freeFragments() }
                for element in edited.whole.sorted(by: document.precedes) {
                    let location = try location(of: element, in: view, tree)
                    try planner.planElement(location.entry, of: location.node, location.shown)
                }
                for element in edited.attributes {
                    let location = try location(of: element, in: view, tree)
                    try planner.planAttributes(of: location.entry, of: location.node, location.shown)
                }
                if reachesView { try planner.plan(tree.root, in: view.container) { nil } }
                for component in reached { try planner.plan(component: component.cid, isOnPage: component.isOnPage) }
                planner.joinNeighbours()
                var patch = partPatch(planner, of: view, tree)
                if !patch.unsound.isEmpty {
                    for element in outermost(patch.unsound) {
                        try planner.remake(element, below: view.container)
                    }
                    planner.joinNeighbours()
                    patch = partPatch(planner, of: view, tree)
                    guard patch.unsound.isEmpty else { throw .unbound }
                }
                for element in edited.all { document.forgetEdits(of: element) }
                let plan = planner.plan
                try patch.run {
                    visitControls(in: reach, by: patch.patch, except: plan.wholeElements)
                    visitHooks(in: reach, of: view, by: patch.patch)
                    tidyStreams(in: reach, except: plan.changedContainers.union(plan.wholeElements))
                }
                return patch.patch
            }
            patchCounts.parses += planner.builder.parseCount
            patchCounts.add(planner.plan.changes)
            for node in planner.touched { node.wasShown() }
            for node in planner.builder.built { node.wasShown() }
            conclude(patch)
        } catch {
            for node in planner.builder.built { node.forgetShown() }
            if case .tree(let error) = error { throw error }
            for element in edited.all { document.forgetEdits(of: element) }
            if reachesView {
                try patchWhole(view, tree, changed: Set(cids))
            } else {
                try patch(components: cids, of: view, in: tree)
            }
        }
    }

    private func partPatch(_ planner: PartPlanner, of view: ViewChannel, _ tree: RenderedTree) -> PartPatch {
        let patch = Patch(self, view: view, top: view.container, streams: planner.builder.streams)
        return PartPatch(planner.plan, of: tree, by: patch)
    }

    /// Whether a component is in something locked, to whose private copy its changes go.
    private func isBelowLock(_ cids: [Int], of view: ViewChannel) -> Bool {
        guard !view.locks.elements.isEmpty else { return false }
        return cids.contains { cid in
            guard let element = views.element(ofComponent: cid, in: view) else { return false }
            return document.ancestors(of: element).contains { document.hasAttribute(PendingMark.lock, of: $0) }
        }
    }

    /// The components whose changes are shown now: those that a diff changed, and where it shows components alone, those
    /// in them whose changes did not reach the page before. The others in parts of the page that did not change wait.
    private func reachedComponents(
        _ cids: [Int], in reach: PatchReach, of view: ViewChannel, reachesView: Bool
    ) -> [(cid: Int, isOnPage: Bool)] {
        var reached: [(cid: Int, isOnPage: Bool)] = []
        let candidates = reachesView ? cids : cids + view.missedComponents.subtracting(cids).sorted()
        for cid in candidates {
            guard let element = views.element(ofComponent: cid, in: view) else {
                reached.append((cid, false))
                continue
            }
            if reach.contains(element) {
                view.missedComponents.remove(cid)
                reached.append((cid, true))
            } else {
                view.missedComponents.insert(cid)
            }
        }
        return reached
    }

    private func outermost(_ nodes: [NodeID]) -> [NodeID] {
        let all = Set(nodes)
        return all.filter { node in !document.ancestors(of: node).contains(where: all.contains) }
            .sorted(by: document.precedes)
    }

    private func location(
        of element: NodeID, in view: ViewChannel, _ tree: RenderedTree
    ) throws(PartError) -> ShownLocation {
        let nodes = ShownNodes(tree: tree, document: document)
        guard let location = nodes.location(of: element, below: view.container) else { throw .unbound }
        return location
    }

    // MARK: The whole view

    /// Makes what a whole view shows, from its skeletons where they can be used.
    ///
    /// - Parameter changedComponents: The components that the diff changed; nil when unchanged parts are made too, as for
    ///   a join.
    func makeContent(
        of view: ViewChannel, _ tree: RenderedTree, changedComponents: Set<Int>?
    ) throws(RenderedTreeError) -> ViewContent {
        guard settings.patchesByParts else {
            return try parseContent(of: view, tree, changedComponents: changedComponents)
        }
        let fragment = document.createFragment()
        var builder = PartBuilder(
            tree: tree, document: document, library: library(of: view), changedComponents: changedComponents)
        do throws(PartError) {
            try document.withoutEdits { () throws(PartError) in
                try builder.buildContent(of: tree.root, in: builder.library.root, to: fragment)
            }
            patchCounts.parses += builder.parseCount
            return ViewContent(fragment: fragment, streams: builder.streams, built: builder.built)
        } catch {
            document.remove(fragment)
            for node in builder.built { node.forgetShown() }
            if case .tree(let error) = error { throw error }
            return try parseContent(of: view, tree, changedComponents: changedComponents)
        }
    }

    private func parseContent(
        of view: ViewChannel, _ tree: RenderedTree, changedComponents: Set<Int>?
    ) throws(RenderedTreeError) -> ViewContent {
        let (html, streams) = try tree.html(changedComponents: changedComponents)
        patchCounts.parses += 1
        let fragment = document.withoutEdits { document.parseFragment(html, context: view.container) }
        return ViewContent(fragment: fragment, streams: streams, built: [])
    }

    /// Ties what was made for a whole view to what a patch kept in its place.
    func bind(_ content: ViewContent, of tree: RenderedTree, to patch: Patch) {
        if !patch.counterparts.isEmpty { PartBinding(patch.counterparts, tree: tree).bind(tree.root) }
        for node in content.built { node.wasShown() }
    }

    /// The skeletons for places in a view's container.
    private func library(of view: ViewChannel) -> SkeletonLibrary {
        if let skeletons = view.skeletons, skeletons.container == view.container { return skeletons.library }
        let isInForm = document.inclusiveAncestors(of: view.container).contains {
            document.name(of: $0) == "form"
        }
        let place = SkeletonLibrary.Place(container: document.name(of: view.container), isInForm: isInForm)
        let library = page.skeletons[place] ?? SkeletonLibrary(document: document, place: place)
        page.skeletons[place] = library
        view.skeletons = (view.container, library)
        return library
    }

    // MARK: What others did

    /// Takes the text between the items of streams away, where a patch brings nothing for them.
    private func tidyStreams(in reach: PatchReach, except changed: Set<NodeID>) {
        for node in page.untidyStreams where !document.isAlive(node) { page.untidyStreams.remove(node) }
        for node in page.untidyStreams where reach.contains(node) {
            guard !document.inclusiveAncestors(of: node).contains(where: changed.contains) else { continue }
            let children = Array(document.children(of: node))
            guard children.allSatisfy({ !document.isElement($0) || page.nodes.has($0) && page.nodes[$0].stream != nil })
            else { continue }
            page.untidyStreams.remove(node)
            for child in children where !document.isElement(child) { document.remove(child) }
        }
    }

    /// Tells hooks of a patch that passes by their elements, as a browser does where it does not find what it expects.
    private func visitHooks(in reach: PatchReach, of view: ViewChannel, by patch: Patch) {
        guard !hooks.elements.isEmpty else { return }
        let hooked = hooks.elements.filter { node in
            !patch.isGoing(node) && !patch.notedHooks.contains(node)
                && !patch.matched.contains(node) && document.isConnected(node)
                && views.owns(view, node) && reach.contains(node) && !patch.isIgnored(node) && reach.holdsForeign(node)
        }
        for node in hooked.sorted(by: document.precedes) { patch.noteHook(of: node) }
    }

    /// Lets fields that a person changed follow their view again, where nothing else changed in them.
    private func visitControls(in reach: PatchReach, by patch: Patch, except whole: Set<NodeID>) {
        guard !document.changedControls.isEmpty else { return }
        var controls: Set<NodeID> = []
        for node in document.changedControls where document.isAlive(node) {
            controls.insert(document.name(of: node) == "option" ? document.select(of: node) ?? node : node)
        }
        for control in controls
        where reach.contains(control) && !patch.matched.contains(control)
            && !document.inclusiveAncestors(of: control).contains(where: whole.contains)
        {
            if let target = patch.update(control, with: control) { patch.finishControl(target, like: control) }
        }
    }
}
