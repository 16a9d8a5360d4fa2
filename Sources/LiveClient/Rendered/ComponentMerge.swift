import LiveProtocol

/// Merges the components of one diff, which may build on one another (TheWire.md, "Components").
struct ComponentMerge {
    private let before: [Int: RenderedNode]
    private let diff: Diff
    /// Trees before this diff that others of it start from.
    private var snapshots: [Int: RenderedNode] = [:]
    private var inProgress: Set<Int> = []
    private(set) var merged: [Int: RenderedNode] = [:]

    init(before: [Int: RenderedNode], diff: Diff) {
        self.before = before
        self.diff = diff
        for node in diff.components.values {
            guard case .component(let reference) = node.statics else { continue }
            // A positive reference to what this diff does not touch means the same as a negative one.
            if reference < 0 || diff.components[reference] == nil {
                snapshots[abs(reference)] = before[abs(reference)]?.copy()
            }
        }
    }

    @discardableResult
    mutating func merge(_ cid: Int) throws(RenderedTreeError) -> RenderedNode {
        if let done = merged[cid] { return done }
        guard let change = diff.components[cid] else { throw .unknownComponent(cid) }
        guard inProgress.insert(cid).inserted else { throw .componentCycle(cid) }
        let node: RenderedNode
        switch change.statics {
        case .component(let reference):
            node = try source(reference).copy()
            node.isRoot = node.isRoot || change.isRoot
            try RenderedMerge().merge(change, into: node, templates: diff.root.templates, depth: 0)
        case .pieces, .template, nil:
            node = try RenderedMerge().node(change, over: before[cid], templates: diff.root.templates)
        }
        merged[cid] = node
        return node
    }

    private mutating func source(_ reference: Int) throws(RenderedTreeError) -> RenderedNode {
        if reference > 0, diff.components[reference] != nil { return try merge(reference) }
        guard let node = snapshots[abs(reference)] else { throw .unknownComponent(abs(reference)) }
        return node
    }
}
