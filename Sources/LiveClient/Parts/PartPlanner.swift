import HTMLTree
import LiveProtocol

/// Finds what a diff changes in the document, part by part, and makes all that it brings, without touching the page yet:
/// what does not fit is found out before anything changed.
struct PartPlanner {
    private let document: Document
    private let shownNodes: ShownNodes
    private(set) var builder: PartBuilder
    private(set) var plan: PartPlan
    /// The nodes of the rendered tree in which something changed.
    private(set) var touched: [RenderedNode] = []
    /// The elements that are made anew as a whole already, by their use of a skeleton.
    private var rebuilt: Set<Rebuilt> = []

    private struct Rebuilt: Hashable {
        var shown: ObjectIdentifier
        var entry: Int
    }

    init(builder: PartBuilder, wholeElements: Set<NodeID>) {
        self.builder = builder
        document = builder.document
        shownNodes = builder.shownNodes
        plan = PartPlan(for: builder.document, wholeElements: wholeElements)
    }

    // MARK: Nodes

    /// Plans what changed in a node and below it.
    ///
    /// - Parameters:
    ///   - parent: The element that its nodes are in.
    ///   - outer: What stands after it there.
    mutating func plan(_ node: RenderedNode, in parent: NodeID, outer: () -> NodeID?) throws(PartError) {
        guard !node.isBuilt else { return }
        let count = plan.changes.count
        do {
            try planParts(of: node, in: parent, outer: outer)
            touched.append(node)
        } catch .notComposable, .unbound {
            plan.drop(after: count)
            try replace(node, old: shownNodes.tops(of: node), in: parent, outer: outer)
        }
    }

    private mutating func planParts(
        of node: RenderedNode, in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        switch node.shown {
        case .skeleton(let shown):
            if !shown.skeleton.rowPlaces.isEmpty, node.skeleton(in: shown.context) !== shown.skeleton {
                throw .unbound
            }
            var planned: [Int] = []
            let changed = node.changes.dynamics
            for index in changed.count < 2 ? changed : changed.sorted() {
                switch shown.skeleton.roles[index] {
                case .attribute(let entry):
                    guard !planned.contains(entry) else { continue }
                    planned.append(entry)
                    try planAttributes(of: entry, of: node, shown)
                case .sealed(let entry):
                    try planElement(shown.skeleton.entries[entry].wholeEntry ?? entry, of: node, shown)
                case .content(let place): try plan(place, of: node, shown, in: parent, outer: outer)
                }
            }
        case .rows(let context): try planRows(of: node, in: context, parent: parent, outer: outer)
        case .markup, nil: throw .unbound
        }
    }

    /// Plans a node's nodes to be replaced by what is made of it now.
    private mutating func replace(
        _ node: RenderedNode, old: [NodeID], in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        guard let shown = node.shown, !plan.isMadeWhole(parent) else { throw .unbound }
        guard old.allSatisfy({ document.isAlive($0) && document.parent(of: $0) == parent }) else { throw .unbound }
        let fragment = plan.makeFragment()
        // A root that stays the same one keeps its name.
        if let cid = node.componentID {
            try builder.build(component: cid, in: shown.context, to: fragment, isForced: true)
        } else if node.isRoot {
            try builder.build(node, in: shown.context, to: fragment, isForced: true)
        } else {
            try builder.buildContent(of: node, in: shown.context, to: fragment)
        }
        addContent(
            old, in: parent, before: old.last.map { document.nextSibling(of: $0) } ?? outer(), fragment: fragment,
            content: .node(node), place: nil)
    }

    private mutating func addContent(
        _ old: [NodeID], in parent: NodeID, before next: NodeID?, fragment: NodeID, content: ShownContent,
        place: (shown: ShownSkeleton, index: Int)?
    ) {
        plan.add(
            .siblings(
                SiblingsChange(
                    parent: parent, start: old.first ?? next, removed: old,
                    items: document.children(of: fragment).map { .fresh($0) }, next: next,
                    bindings: [.content(content, place: place)])))
    }

    /// Plans what changed in a component, wherever on the page it is.
    ///
    /// - Parameter isOnPage: Whether there is an element of it.
    mutating func plan(component cid: Int, isOnPage: Bool) throws(PartError) {
        guard let node = builder.tree.components[cid], !node.isBuilt, let shower = shownNodes.component(cid) else {
            return
        }
        let tops = shownNodes.tops(of: shower)
        guard let last = tops.last, document.isAlive(last) else {
            // One that is not on the page is made whole when it comes.
            if isOnPage { throw .unbound }
            return
        }
        // What a portal shows is not what was made for its template.
        guard document.isConnected(last) || !isOnPage else { throw .unbound }
        guard let parent = document.parent(of: last), !plan.isMadeWhole(parent) else { return }
        let document = document
        if shower !== node {
            node.shown = shower.shown
            try replace(node, old: tops, in: parent) { document.nextSibling(of: last) }
        } else {
            try plan(node, in: parent) { document.nextSibling(of: last) }
        }
    }

    // MARK: Parts

    /// Plans that an element gets the attributes that it has to have now.
    mutating func planAttributes(
        of entry: Int, of node: RenderedNode, _ shown: ShownSkeleton
    ) throws(PartError) {
        if let around = shown.skeleton.entries[entry].wholeEntry {
            return try planElement(around, of: node, shown)
        }
        let element = shown.nodes[entry]
        guard document.isAlive(element) else { throw .unbound }
        guard !plan.isMadeWhole(element) else { return }
        let attributes = try builder.attributes(of: entry, of: node, as: shown)
        let id = attributes.first { $0.name == "id" }?.value
        guard id == document.attribute("id", of: element) else { return try replace(entry, of: node, shown) }
        let fragment = plan.makeFragment()
        let like = document.append(shown.skeleton.entries[entry].prepared, attributes: attributes, to: fragment)
        plan.add(.attributes(element, like: like))
    }

    /// Plans that another element comes in the place of one whose id is another one now.
    private mutating func replace(_ entry: Int, of node: RenderedNode, _ shown: ShownSkeleton) throws(PartError) {
        guard rebuilt.insert(Rebuilt(shown: ObjectIdentifier(shown), entry: entry)).inserted else { return }
        let element = shown.nodes[entry]
        guard let parent = document.parent(of: element) else { throw .unbound }
        let fragment = plan.makeFragment()
        let fresh = try builder.rebuild(entry, of: node, as: shown, to: fragment)
        plan.addReplacement(
            ElementChange(element: element, fresh: fresh.nodes[entry], entry: entry, shown: shown, rebuilt: fresh),
            in: parent)
    }

    /// Plans that an element is made anew with all that is in it.
    mutating func planElement(_ entry: Int, of node: RenderedNode, _ shown: ShownSkeleton) throws(PartError) {
        guard rebuilt.insert(Rebuilt(shown: ObjectIdentifier(shown), entry: entry)).inserted else { return }
        let element = shown.nodes[entry]
        guard document.isAlive(element) else { throw .unbound }
        guard !plan.isWithinWhole(element) else { return }
        let fragment = plan.makeFragment()
        let fresh = try builder.rebuild(entry, of: node, as: shown, to: fragment)
        let change = ElementChange(
            element: element, fresh: fresh.nodes[entry], entry: entry, shown: shown, rebuilt: fresh)
        let hasOtherID = document.attribute("id", of: element) != document.attribute("id", of: change.fresh)
        if hasOtherID, let parent = document.parent(of: element) {
            plan.addReplacement(change, in: parent)
        } else {
            plan.add(.element(change))
        }
    }

    private mutating func plan(
        _ index: Int, of node: RenderedNode, _ shown: ShownSkeleton, in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        let place = shown.skeleton.places[index]
        if let entry = place.guardEntry { return try planElement(entry, of: node, shown) }
        let holder = place.parent.map { shown.nodes[$0] } ?? parent
        guard document.isAlive(holder) else { throw .unbound }
        guard !plan.isMadeWhole(holder) else { return }
        let nodes = shownNodes
        func next() -> NodeID? { nodes.node(after: index, in: shown, outer: outer) }
        let new = node.dynamics[place.dynamic]
        switch (shown.contents[index], new) {
        case (.nothing, .text("")): return
        case (.component(let old), .component(let new)) where old == new: return
        case (.node(let old), .node(let new)) where old === new: return try plan(new, in: holder, outer: next)
        case (.text(let old), .text(let html)) where !html.isEmpty:
            guard document.isAlive(old) else { throw .unbound }
            if let text = place.text(of: html) { return plan.add(.text(old, text)) }
        case (.nothing, _), (.text, _), (.markup, _), (.node, _), (.component, _): break
        }
        let old = shownNodes.tops(of: shown.contents[index])
        guard old.allSatisfy({ document.isAlive($0) && document.parent(of: $0) == holder }) else { throw .unbound }
        let fragment = plan.makeFragment()
        let content = try builder.build(new, at: place, to: fragment)
        addContent(
            old, in: holder, before: old.last.map { document.nextSibling(of: $0) } ?? next(), fragment: fragment,
            content: content, place: (shown, index))
    }

    // MARK: Rows

    private mutating func planRows(
        of list: RenderedNode, in context: SkeletonContext, parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        guard case .edits(let edits) = list.changes.rows, let rows = list.rows, list.stream == nil else {
            throw .unbound
        }
        guard !plan.isMadeWhole(parent) else { return }
        for row in edits.updated where row.shown != nil {
            let last = shownNodes.tops(of: row).last
            guard let last, document.isAlive(last) else {
                // An empty row has no place in the document that it could be filled at.
                throw .unbound
            }
            let document = document
            try plan(row, in: parent) { document.nextSibling(of: last) }
        }
        guard !edits.placed.isEmpty || !edits.displaced.isEmpty else { return }
        try placeRows(edits, of: rows, in: context, parent: parent, next: outer())
    }

    /// Plans which rows stand where.
    private mutating func placeRows(
        _ edits: RowEdits, of rows: [RenderedNode], in context: SkeletonContext, parent: NodeID, next: NodeID?
    ) throws(PartError) {
        let placed = Set(edits.placed.map { ObjectIdentifier(rows[$0]) })
        var removed: [NodeID] = []
        var staying: [NodeID] = []
        for row in edits.displaced {
            if placed.contains(ObjectIdentifier(row)) {
                staying += shownNodes.tops(of: row)
            } else {
                removed += shownNodes.tops(of: row)
            }
        }
        let range = edits.placed.isEmpty ? rows.count..<rows.count : edits.placed[0]..<(edits.placed.last ?? 0) + 1
        var items: [SiblingsChange.Item] = []
        var built: [RenderedNode] = []
        for row in rows[range] {
            guard row.shown == nil else {
                items += shownNodes.tops(of: row).map { .kept($0) }
                continue
            }
            let holder = plan.makeFragment()
            try builder.build(row, in: context, to: holder, isForced: true)
            items += document.children(of: holder).map { .fresh($0) }
            built.append(row)
        }
        let before = rows[..<range.lowerBound].reversed().lazy.compactMap { [shownNodes] in shownNodes.tops(of: $0).last
        }
        let after = rows[range.upperBound...].lazy.compactMap { [shownNodes] in shownNodes.first(of: $0) }
        let end = after.first ?? next
        plan.add(
            .siblings(
                SiblingsChange(
                    parent: parent, start: try start(of: removed + staying, in: parent, after: before.first) ?? end,
                    removed: removed, items: items, next: end, bindings: [.rows(built)])))
    }

    /// The first of some children of an element.
    private func start(of nodes: [NodeID], in parent: NodeID, after sibling: NodeID?) throws(PartError) -> NodeID? {
        guard nodes.allSatisfy({ document.isAlive($0) && document.parent(of: $0) == parent }) else { throw .unbound }
        guard !nodes.isEmpty else { return sibling.flatMap(document.nextSibling) }
        let wanted = Set(nodes)
        var child = sibling ?? document.firstChild(of: parent)
        while let node = child, !wanted.contains(node) { child = document.nextSibling(of: node) }
        return child
    }

    // MARK: The plan as a whole

    /// Makes one change of those that stand side by side.
    mutating func joinNeighbours() { plan.joinNeighbours() }

    /// Plans that elements are made anew with all in them, in place of what was planned in them.
    mutating func remake(_ element: NodeID, below container: NodeID) throws(PartError) {
        guard element != container, let location = shownNodes.location(of: element, below: container) else {
            throw .unbound
        }
        plan.dropChanges(in: element)
        try planElement(location.entry, of: location.node, location.shown)
    }
}
