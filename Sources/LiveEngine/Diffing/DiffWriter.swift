import LiveProtocol

/// Writes what a client must be told when one rendered tree takes the place of another (CLIENT.md 9).
struct DiffWriter {
    let statics: StaticsTable
    /// Whose page is written; none for a tree by itself.
    let place: SessionPlace?
    /// The session's components; none before the first is placed.
    private(set) var components: ComponentTable?
    /// The views placed in the page; none before the first is placed.
    var nested: NestedViews?
    /// What is to be done when the diff is on its way for certain.
    var sent: [() -> Void] = []
    /// The numbers of the statics that the rows of the outermost open list share; nil outside lists.
    private var templates: [ObjectIdentifier: Int]?
    private var shared: [Int: Statics] = [:]

    init(
        statics: StaticsTable, place: SessionPlace? = nil, components: ComponentTable? = nil,
        nested: NestedViews? = nil
    ) {
        self.statics = statics
        self.place = place
        self.components = components
        self.nested = nested
    }

    /// A node as one that the client has nothing of.
    mutating func whole(_ node: Rendered) -> NodeDiff {
        NodeDiff(statics: reference(to: node), dynamics: dynamics(of: node))
    }

    /// All dynamics of a node.
    mutating func dynamics(of node: Rendered) -> SparseArray<DynamicDiff> {
        var dynamics: SparseArray<DynamicDiff> = [:]
        dynamics.reserveCapacity(node.parts.count)
        for (index, part) in node.parts.enumerated() { dynamics[index] = whole(part.dynamic) }
        return dynamics
    }

    /// What changed in a node; nil when nothing did. A node of another template is sent whole.
    mutating func changes(from old: Rendered, to new: Rendered) -> NodeDiff? {
        if new.isIdentical(to: old) { return nil }
        guard new.hasSameStatics(as: old) else { return whole(new) }
        var diff: NodeDiff?
        for index in new.parts.indices {
            guard let change = changes(from: old.parts[index].dynamic, to: new.parts[index].dynamic) else { continue }
            diff = diff ?? NodeDiff()
            diff?.dynamics[index] = change
        }
        return diff
    }

    /// Runs `body`, whose nodes share their statics by number, and adds the shared ones to the node that it gives.
    ///
    /// Lists within lists use the numbers of the outermost one, which is where a client looks them up.
    mutating func withTemplates(_ body: (inout DiffWriter) -> NodeDiff) -> DynamicDiff {
        guard templates == nil else { return .node(body(&self)) }
        templates = [:]
        var node = body(&self)
        if !shared.isEmpty { node.templates = shared }
        templates = nil
        shared = [:]
        return .node(node)
    }

    mutating func whole(_ dynamic: Dynamic) -> DynamicDiff {
        switch dynamic {
        case .text(let text): .text(HTMLText.escaped(text))
        case .html(let html): .text(html)
        case .node(let node): .node(whole(node))
        case .list(let list): list.whole(&self)
        case .component(let placement): .component(place(placement))
        case .view(let view): whole(view)
        }
    }

    mutating func changes(from old: Dynamic, to new: Dynamic) -> DynamicDiff? {
        switch (old, new) {
        case (.text(let old), .text(let new)) where old == new: nil
        case (.html(let old), .html(let new)) where old == new: nil
        case (.node(let old), .node(let new)): changes(from: old, to: new).map { .node($0) }
        case (.list(let old), .list(let new)): new.changes(since: old, &self)
        case (.component(let old), .component(let new)): change(from: old, to: new)
        case (.view(let old), .view(let new)): change(from: old, to: new)
        case (_, .text), (_, .html), (_, .node), (_, .list), (_, .component), (_, .view): whole(new)
        }
    }

    /// Gives the number of a placed component, which is rendered after the tree that it stands in.
    mutating func place(_ placement: ComponentPlacement) -> Int {
        let table = components ?? ComponentTable()
        components = table
        return table.place(placement)
    }

    private mutating func reference(to node: Rendered) -> StaticsReference {
        let statics = statics.statics(of: node)
        guard let known = templates else { return .pieces(statics) }
        if let number = known[ObjectIdentifier(statics)] { return .template(number) }
        let number = known.count
        templates?[ObjectIdentifier(statics)] = number
        shared[number] = statics
        return .template(number)
    }
}
