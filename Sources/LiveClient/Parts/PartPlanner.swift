import HTMLTree
import LiveProtocol

/// Finds what a diff changes in the document, part by part, and makes all that it brings, without touching the page yet:
/// what does not fit is found out before anything changed.
struct PartPlanner {
    let document: Document
    let shownNodes: ShownNodes
    /// The elements that are to be made anew with all that is in them, for reasons of their own.
    let wholeElements: Set<NodeID>
    private(set) var builder: PartBuilder
    private(set) var changes: [PartChange] = []
    /// The nodes of the rendered tree in which something changed.
    private(set) var touched: [RenderedNode] = []
    /// Holds what was made for the page.
    private(set) var fragments: [NodeID] = []
    /// The elements that are made anew as a whole already, by their use of a template.
    private var rebuilt: Set<Rebuilt> = []
    /// Elements in whose place others come.
    private var replaced: Set<NodeID> = []

    /// The elements to which children come, or that are made anew with all in them.
    var changedContainers: Set<NodeID> {
        Set(
            changes.compactMap { change in
                switch change {
                case .siblings(let change): change.items.isEmpty ? nil : change.parent
                case .element(let change): change.element
                case .text, .attributes: nil
                }
            })
    }

    private struct Rebuilt: Hashable {
        var shown: ObjectIdentifier
        var entry: Int
    }

    init(builder: PartBuilder, wholeElements: Set<NodeID>) {
        self.builder = builder
        self.wholeElements = wholeElements
        document = builder.document
        shownNodes = builder.shownNodes
    }

    // MARK: Nodes

    /// Plans what changed in a node and below it.
    ///
    /// - Parameters:
    ///   - parent: The element that its nodes are in.
    ///   - outer: What stands after it there.
    mutating func plan(_ node: RenderedNode, in parent: NodeID, outer: () -> NodeID?) throws(PartError) {
        guard !node.isBuilt else { return }
        let count = changes.count
        do {
            try planParts(of: node, in: parent, outer: outer)
            touched.append(node)
        } catch .notComposable {
            changes.removeLast(changes.count - count)
            try replace(node, in: parent, outer: outer)
        } catch .unbound {
            changes.removeLast(changes.count - count)
            try replace(node, in: parent, outer: outer)
        }
    }

    private mutating func planParts(
        of node: RenderedNode, in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        switch node.shown {
        case .template(let shown):
            if !shown.template.rowPlaces.isEmpty, shown.context.template(of: node) !== shown.template {
                throw .unbound
            }
            var planned: Set<Int> = []
            for index in node.changes.dynamics.sorted() {
                switch shown.template.roles[index] {
                case .attribute(let entry):
                    if planned.insert(entry).inserted { try planAttributes(of: entry, of: node, shown) }
                case .sealed(let entry):
                    try planElement(shown.template.entries[entry].wholeEntry ?? entry, of: node, shown)
                case .content(let place): try plan(place, of: node, shown, in: parent, outer: outer)
                }
            }
        case .rows(let context): try planRows(of: node, in: context, parent: parent, outer: outer)
        case .markup, nil: throw .unbound
        }
    }

    /// Plans a node's nodes to be replaced by what is made of it now.
    private mutating func replace(_ node: RenderedNode, in parent: NodeID, outer: () -> NodeID?) throws(PartError) {
        try replace(node, old: shownNodes.tops(of: node), in: parent, outer: outer)
    }

    private mutating func replace(
        _ node: RenderedNode, old: [NodeID], in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        guard let shown = node.shown, !isMadeWhole(parent) else { throw .unbound }
        guard old.allSatisfy({ document.isAlive($0) && document.parent(of: $0) == parent }) else { throw .unbound }
        let fragment = makeFragment()
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
        place: (shown: ShownTemplate, index: Int)?
    ) {
        changes.append(
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
        guard let parent = document.parent(of: last), !isMadeWhole(parent) else { return }
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
        of entry: Int, of node: RenderedNode, _ shown: ShownTemplate
    ) throws(PartError) {
        if let around = shown.template.entries[entry].wholeEntry {
            return try planElement(around, of: node, shown)
        }
        let element = shown.nodes[entry]
        guard document.isAlive(element) else { throw .unbound }
        guard !isMadeWhole(element) else { return }
        let attributes = try builder.attributes(of: entry, of: node, as: shown)
        let id = attributes.first { $0.name == "id" }?.value
        guard id == document.attribute("id", of: element) else { return try replace(entry, of: node, shown) }
        let fragment = makeFragment()
        let like = document.append(shown.template.entries[entry].prepared, attributes: attributes, to: fragment)
        changes.append(.attributes(element, like: like))
    }

    /// Plans that another element comes in the place of one whose id is another one now.
    private mutating func replace(_ entry: Int, of node: RenderedNode, _ shown: ShownTemplate) throws(PartError) {
        guard rebuilt.insert(Rebuilt(shown: ObjectIdentifier(shown), entry: entry)).inserted else { return }
        let element = shown.nodes[entry]
        guard let parent = document.parent(of: element) else { throw .unbound }
        let fragment = makeFragment()
        let fresh = try builder.rebuild(entry, of: node, as: shown, to: fragment)
        replace(
            ElementChange(element: element, fresh: fresh.nodes[entry], entry: entry, shown: shown, rebuilt: fresh),
            in: parent)
    }

    private mutating func replace(_ change: ElementChange, in parent: NodeID) {
        replaced.insert(change.element)
        changes.append(
            .siblings(
                SiblingsChange(
                    parent: parent, start: change.element, removed: [change.element], items: [.fresh(change.fresh)],
                    next: document.nextSibling(of: change.element), bindings: [.element(change)])))
    }

    /// Plans that an element is made anew with all that is in it.
    mutating func planElement(_ entry: Int, of node: RenderedNode, _ shown: ShownTemplate) throws(PartError) {
        guard rebuilt.insert(Rebuilt(shown: ObjectIdentifier(shown), entry: entry)).inserted else { return }
        let element = shown.nodes[entry]
        guard document.isAlive(element) else { throw .unbound }
        guard !isWithinWhole(element) else { return }
        let fragment = makeFragment()
        let fresh = try builder.rebuild(entry, of: node, as: shown, to: fragment)
        let change = ElementChange(
            element: element, fresh: fresh.nodes[entry], entry: entry, shown: shown, rebuilt: fresh)
        let hasOtherID = document.attribute("id", of: element) != document.attribute("id", of: change.fresh)
        if hasOtherID, let parent = document.parent(of: element) {
            replace(change, in: parent)
        } else {
            changes.append(.element(change))
        }
    }

    private mutating func plan(
        _ index: Int, of node: RenderedNode, _ shown: ShownTemplate, in parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        let place = shown.template.places[index]
        if let entry = place.guardEntry { return try planElement(entry, of: node, shown) }
        let holder = place.parent.map { shown.nodes[$0] } ?? parent
        guard document.isAlive(holder) else { throw .unbound }
        guard !isMadeWhole(holder) else { return }
        let nodes = shownNodes
        func next() -> NodeID? { nodes.node(after: index, in: shown, outer: outer) }
        let new = node.dynamics[place.dynamic]
        switch (shown.contents[index], new) {
        case (.nothing, .text("")): return
        case (.component(let old), .component(let new)) where old == new: return
        case (.node(let old), .node(let new)) where old === new: return try plan(new, in: holder, outer: next)
        case (.text(let old), .text(let html)) where !html.isEmpty:
            guard document.isAlive(old) else { throw .unbound }
            if let text = place.text(of: html) { return changes.append(.text(old, text)) }
        case (.nothing, _), (.text, _), (.markup, _), (.node, _), (.component, _): break
        }
        let old = shownNodes.tops(of: shown.contents[index])
        guard old.allSatisfy({ document.isAlive($0) && document.parent(of: $0) == holder }) else { throw .unbound }
        let fragment = makeFragment()
        let content = try builder.build(new, at: place, to: fragment)
        addContent(
            old, in: holder, before: old.last.map { document.nextSibling(of: $0) } ?? next(), fragment: fragment,
            content: content, place: (shown, index))
    }

    // MARK: Rows

    private mutating func planRows(
        of list: RenderedNode, in context: TemplateContext, parent: NodeID, outer: () -> NodeID?
    ) throws(PartError) {
        guard case .edits(let edits) = list.changes.rows, let rows = list.rows, list.stream == nil else {
            throw .unbound
        }
        guard !isMadeWhole(parent) else { return }
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
        _ edits: RowEdits, of rows: [RenderedNode], in context: TemplateContext, parent: NodeID, next: NodeID?
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
            let holder = makeFragment()
            try builder.build(row, in: context, to: holder, isForced: true)
            items += document.children(of: holder).map { .fresh($0) }
            built.append(row)
        }
        let before = rows[..<range.lowerBound].reversed().lazy.compactMap { [shownNodes] in shownNodes.tops(of: $0).last
        }
        let after = rows[range.upperBound...].lazy.compactMap { [shownNodes] in shownNodes.first(of: $0) }
        let end = after.first ?? next
        changes.append(
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

    // MARK: Neighbours

    /// Makes one change of those to the same children that stand side by side.
    mutating func joinNeighbours() {
        dropInRemoved()
        var byParent: [NodeID: [Int]] = [:]
        for (index, change) in changes.enumerated() {
            if case .siblings(let change) = change { byParent[change.parent, default: []].append(index) }
        }
        var joined: Set<Int> = []
        for (parent, indices) in byParent where indices.count > 1 {
            var starts: [NodeID: Int] = [:]
            for index in indices {
                if case .siblings(let change) = changes[index], let start = change.start { starts[start] = index }
            }
            var last: Int?
            for child in document.children(of: parent) {
                guard let index = starts[child], case .siblings(let change) = changes[index] else { continue }
                guard let present = last, case .siblings(let before) = changes[present], before.next == child else {
                    last = index
                    continue
                }
                changes[present] = .siblings(before.joined(with: change))
                joined.insert(index)
            }
        }
        guard !joined.isEmpty else { return }
        changes = changes.indices.filter { !joined.contains($0) }.map { changes[$0] }
    }

    /// Leaves out changes to what goes.
    private mutating func dropInRemoved() {
        let removed = Set(
            changes.flatMap { change -> [NodeID] in
                if case .siblings(let change) = change { change.removed } else { [] }
            })
        guard !removed.isEmpty else { return }
        changes.removeAll { change in
            ([change.place] + document.ancestors(of: change.place)).contains(where: removed.contains)
        }
    }

    // MARK: What is made anew after all

    /// Plans that an element is made anew with all in it, in place of what was planned in it.
    mutating func remake(_ element: NodeID, below container: NodeID) throws(PartError) {
        guard element != container, let location = shownNodes.location(of: element, below: container) else {
            throw .unbound
        }
        changes.removeAll { $0.place == element || document.contains(element, $0.place) }
        try planElement(location.entry, of: location.node, location.shown)
    }

    // MARK: What is made as a whole

    /// Whether an element that is made anew as a whole holds a node, on the page or in its private copy.
    private func isMadeWhole(_ node: NodeID) -> Bool {
        wholeElements.contains(node) || replaced.contains(node) || isWithinWhole(node)
    }

    private func isWithinWhole(_ node: NodeID) -> Bool {
        guard !wholeElements.isEmpty || !replaced.isEmpty else { return false }
        return !document.isConnected(node)
            || document.ancestors(of: node).contains { wholeElements.contains($0) || replaced.contains($0) }
    }

    private mutating func makeFragment() -> NodeID {
        let fragment = document.createFragment()
        fragments.append(fragment)
        return fragment
    }
}
