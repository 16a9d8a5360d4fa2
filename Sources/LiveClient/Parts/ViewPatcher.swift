import HTMLTree
import LiveProtocol

/// Brings what a view's tree holds to the page: part by part where that can be, and otherwise by HTML that is made or
/// parsed as a whole and compared with what is there.
struct ViewPatcher {
    private let view: ViewChannel
    private let tree: RenderedTree
    private let page: PatchedPage
    private let host: any PatchHost
    /// Whether skeletons are used, and changes are shown part by part; otherwise all HTML is parsed, to the same effect.
    private let usesParts: Bool
    private let document: Document

    init(_ view: ViewChannel, _ tree: RenderedTree, on page: PatchedPage, host: any PatchHost, usesParts: Bool) {
        self.view = view
        self.tree = tree
        self.page = page
        self.host = host
        self.usesParts = usesParts
        document = page.document
    }

    /// Shows what a diff changed.
    ///
    /// - Parameters:
    ///   - reach: What the diff reached.
    ///   - changed: The components that it changed.
    /// - Throws: When the change does not fit the tree; the page is then as it was.
    func show(_ reach: RenderedTree.Reach, changed cids: [Int]) throws(RenderedTreeError) {
        switch reach {
        case .nothing: break
        case .components where usesParts: try showByParts(cids, reachesView: false)
        case .view where usesParts: try showByParts(cids, reachesView: true)
        case .components: try showComponents(cids)
        case .view: try showWhole(changed: cids)
        }
    }

    // MARK: The whole view

    /// Makes what the whole view shows, from its skeletons where they can be used.
    ///
    /// - Parameter changedComponents: The components that the diff changed; nil when unchanged parts are made too, as for
    ///   a join.
    func makeContent(changedComponents: Set<Int>?) throws(RenderedTreeError) -> ViewContent {
        guard usesParts else { return try parseContent(changedComponents: changedComponents) }
        let fragment = document.createFragment()
        var builder = PartBuilder(
            tree: tree, document: document, library: page.library(of: view), changedComponents: changedComponents)
        do throws(PartError) {
            try document.withoutEdits { () throws(PartError) in
                try builder.buildContent(of: tree.root, in: builder.library.root, to: fragment)
            }
            page.counts.parses += builder.parseCount
            return ViewContent(fragment: fragment, streams: builder.streams, built: builder.built)
        } catch {
            document.remove(fragment)
            for node in builder.built { node.forgetShown() }
            if case .tree(let error) = error { throw error }
            return try parseContent(changedComponents: changedComponents)
        }
    }

    private func parseContent(changedComponents: Set<Int>?) throws(RenderedTreeError) -> ViewContent {
        let (html, streams) = try tree.html(changedComponents: changedComponents)
        page.counts.parses += 1
        let fragment = document.withoutEdits { document.parseFragment(html, context: view.container) }
        return ViewContent(fragment: fragment, streams: streams, built: [])
    }

    /// Ties the tree to what the page shows already, where that is just what the tree makes.
    ///
    /// - Returns: A patch that has nothing left to do and is to be concluded; nil when the page has to be patched.
    func adoptPage() -> Patch? {
        guard usesParts, page.views.count == 1, page.nodes.states.isEmpty, document.activeElement == nil,
            document.changedControls.isEmpty, document.elementsWithEditedAttributes.isEmpty,
            document.elementsWithEditedChildren.isEmpty
        else { return nil }
        var adoption = PageAdoption(of: tree, in: document, library: page.library(of: view))
        var isAdopted = false
        page.views.nameComponents {
            isAdopted = document.withoutEdits { adoption.adopt(view.container) }
            return adoption.componentElements
        }
        guard isAdopted else { return nil }
        page.counts.adoptions += 1
        let patch = makePatch(at: view.container, isJoin: true)
        patch.updated = adoption.hooked
        return patch
    }

    /// Makes what is in the view's container like new content.
    func show(_ content: ViewContent, isJoin: Bool = false) {
        let patch = makePatch(at: view.container, isJoin: isJoin, streams: content.streams)
        patch.keepsCounterparts = usesParts
        document.withoutEdits {
            patch.run(childrenFrom: content.fragment)
            document.remove(content.fragment)
        }
        if !patch.counterparts.isEmpty { PartBinding(patch.counterparts, tree: tree).bind(tree.root) }
        for node in content.built { node.wasShown() }
        host.conclude(patch)
    }

    private func showWhole(changed cids: [Int]) throws(RenderedTreeError) {
        let content = try makeContent(changedComponents: Set(cids))
        page.counts.views += 1
        show(content)
    }

    // MARK: Components

    /// Patches only components: the topmost of those that changed and are on the page.
    private func showComponents(_ cids: [Int]) throws(RenderedTreeError) {
        let elements = cids.compactMap { cid in
            page.views.element(ofComponent: cid, in: view).map { (cid: cid, node: $0) }
        }
        for (cid, node) in elements
        where !elements.contains(where: { $0.node != node && document.contains($0.node, node) }) {
            guard document.isAlive(node) else { continue }
            try show(component: cid, at: node)
        }
    }

    /// Patches one component where it is, or where it is in the private copy of something locked around it.
    private func show(component cid: Int, at node: NodeID) throws(RenderedTreeError) {
        let (html, streams, written) = try tree.html(ofComponent: cid)
        forgetParts(of: written)
        guard let top = patchedElement(ofComponent: cid, at: node) else { return }
        let fragment = document.withoutEdits {
            document.parseFragment(html, context: document.parent(of: node) ?? view.container)
        }
        defer { document.remove(fragment) }
        guard let new = document.children(of: fragment).first(where: { document.isElement($0) }) else { return }
        let patch = makePatch(at: top, streams: streams)
        if top != node { patch.copies.insert(top) }
        document.withoutEdits { patch.run(replacingWith: new) }
        host.conclude(patch)
    }

    /// Notes that of some nodes only the outermost elements are known from now on.
    private func forgetParts(of nodes: [RenderedNode]) {
        let shown = ShownNodes(tree: tree, document: document)
        let tops = nodes.map(shown.tops)
        for (node, tops) in zip(nodes, tops) { node.shown = node.shown.map { .markup(tops, $0.context) } }
    }

    /// The element of a component that patches reach: nil when what is locked around it has it no more.
    private func patchedElement(ofComponent cid: Int, at node: NodeID) -> NodeID? {
        guard let locked = document.nearest(PendingMark.lock, from: node), locked != node,
            let copy = page.nodes[locked].lockedCopy
        else { return node }
        return document.elements(below: copy).first {
            document.attribute(ViewAttribute.component, of: $0) == String(cid)
        }
    }

    // MARK: Locked elements

    /// Brings what came for a locked element from its private copy to the page.
    ///
    /// - Parameter mark: The push whose answer ended the lock.
    func show(_ copy: NodeID, in node: NodeID, upTo mark: Int) {
        let patch = makePatch(at: node, undoneMark: mark)
        patch.keepsCounterparts = usesParts
        document.withoutEdits { patch.run(replacingWith: copy) }
        if !patch.counterparts.isEmpty,
            let location = ShownNodes(tree: tree, document: document).location(of: node, below: view.container)
        {
            PartBinding(patch.counterparts, tree: tree, isForBuilt: false)
                .bind(location.entry, of: location.shown, from: location.shown)
        }
        host.conclude(patch)
        if document.isAlive(copy), document.parent(of: copy) == nil { host.free(copy) }
    }

    private func makePatch(
        at top: NodeID, isJoin: Bool = false, undoneMark: Int? = nil, streams: [StreamDiff] = []
    ) -> Patch {
        Patch(
            of: page, host: host, view: view, top: top, isJoin: isJoin, undoneMark: undoneMark, streams: streams)
    }

    // MARK: Parts

    /// Shows what a diff changed, part by part; what cannot be shown so is made anew together with what is around it.
    private func showByParts(_ cids: [Int], reachesView: Bool) throws(RenderedTreeError) {
        guard reachesView || !isBelowLock(cids) else { return try showComponents(cids) }
        let reach = PatchReach(of: page, view: view, tree: tree, components: cids, reachesView: reachesView)
        let reached = reachedComponents(cids, in: reach, reachesView: reachesView)
        let builder = PartBuilder(
            tree: tree, document: document, library: page.library(of: view),
            changedComponents: reachesView ? Set(cids) : nil)
        let edited = EditedElements(in: reach, of: page)
        var planner = PartPlanner(builder: builder, wholeElements: edited.whole)
        do throws(PartError) {
            guard host.submittedForm == nil else { throw .unbound }
            let patch = try document.withoutEdits { () throws(PartError) in
                defer { planner.plan.freeFragments() }
                try plan(edited, reached, reachesView: reachesView, by: &planner)
                let patch = try makePartPatch(&planner)
                for element in edited.all { document.forgetEdits(of: element) }
                let passing = PassingPatch(patch.patch, in: reach, on: page)
                let plan = planner.plan
                try patch.run {
                    passing.visitControls(except: plan.wholeElements)
                    passing.visitHooks()
                    if !page.untidyStreams.isEmpty {
                        passing.tidyStreams(except: plan.changedContainers.union(plan.wholeElements))
                    }
                }
                return patch.patch
            }
            count(planner)
            for node in planner.touched { node.wasShown() }
            for node in planner.builder.built { node.wasShown() }
            host.conclude(patch)
        } catch {
            for node in planner.builder.built { node.forgetShown() }
            if case .tree(let error) = error { throw error }
            for element in edited.all { document.forgetEdits(of: element) }
            if reachesView { try showWhole(changed: cids) } else { try showComponents(cids) }
        }
    }

    private func plan(
        _ edited: EditedElements, _ reached: [(cid: Int, isOnPage: Bool)], reachesView: Bool,
        by planner: inout PartPlanner
    ) throws(PartError) {
        for element in edited.whole.sorted(by: document.precedes) {
            let location = try location(of: element)
            try planner.planElement(location.entry, of: location.node, location.shown)
        }
        for element in edited.attributes {
            let location = try location(of: element)
            try planner.planAttributes(of: location.entry, of: location.node, location.shown)
        }
        if reachesView { try planner.plan(tree.root, in: view.container) { nil } }
        for component in reached { try planner.plan(component: component.cid, isOnPage: component.isOnPage) }
    }

    /// Makes ready what was planned; elements whose children cannot be changed one by one are made anew.
    private func makePartPatch(_ planner: inout PartPlanner) throws(PartError) -> PartPatch {
        func join() -> PartPatch {
            planner.joinNeighbours()
            let patch = makePatch(at: view.container, streams: planner.builder.streams)
            return PartPatch(planner.plan, of: tree, by: patch)
        }
        let first = join()
        guard !first.unsound.isEmpty else { return first }
        for element in outermost(first.unsound) { try planner.remake(element, below: view.container) }
        let second = join()
        guard second.unsound.isEmpty else { throw .unbound }
        return second
    }

    /// Whether a component is in something locked, to whose private copy its changes go.
    private func isBelowLock(_ cids: [Int]) -> Bool {
        guard !view.locks.elements.isEmpty else { return false }
        return cids.contains { cid in
            guard let element = page.views.element(ofComponent: cid, in: view) else { return false }
            return document.ancestors(of: element).contains { document.hasAttribute(PendingMark.lock, of: $0) }
        }
    }

    /// The components whose changes are shown now: those that a diff changed, and where it shows components alone, those
    /// in them whose changes did not reach the page before. The others in parts of the page that did not change wait.
    private func reachedComponents(
        _ cids: [Int], in reach: PatchReach, reachesView: Bool
    ) -> [(cid: Int, isOnPage: Bool)] {
        var reached: [(cid: Int, isOnPage: Bool)] = []
        let candidates = reachesView ? cids : cids + view.missedComponents.subtracting(cids).sorted()
        for cid in candidates {
            guard let element = page.views.element(ofComponent: cid, in: view) else {
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

    private func location(of element: NodeID) throws(PartError) -> ShownLocation {
        let nodes = ShownNodes(tree: tree, document: document)
        guard let location = nodes.location(of: element, below: view.container) else { throw .unbound }
        return location
    }

    private func count(_ planner: PartPlanner) {
        page.counts.parses += planner.builder.parseCount
        for change in planner.plan.changes {
            switch change {
            case .text, .attributes, .siblings: page.counts.parts += 1
            case .element: page.counts.elements += 1
            }
        }
    }
}

/// What a whole view shows, made and not on the page yet.
struct ViewContent {
    let fragment: NodeID
    let streams: [StreamDiff]
    /// The nodes of the rendered tree whose parts are known.
    let built: [RenderedNode]
}
