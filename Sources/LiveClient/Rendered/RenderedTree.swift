import LiveProtocol

/// All that one view has sent: its tree and its components.
final class RenderedTree {
    /// What a diff reached, and so what is to be patched.
    enum Reach: Equatable {
        case nothing
        /// Only these components, in the order of the diff.
        case components([Int])
        case view
    }

    let viewID: String
    private(set) var root: RenderedNode
    private(set) var components: [Int: RenderedNode] = [:]
    private var magicIDs = 0

    init(viewID: String, joining diff: Diff) throws(RenderedTreeError) {
        self.viewID = viewID
        root = try RenderedMerge().node(diff.root, over: nil)
        try mergeComponents(of: diff)
    }

    func merge(_ diff: Diff) throws(RenderedTreeError) -> Reach {
        if !diff.root.isEmpty {
            root = try RenderedMerge().node(diff.root, over: root)
        }
        try mergeComponents(of: diff)
        if !diff.root.isEmpty { return .view }
        return diff.components.isEmpty ? .nothing : .components(diff.components.keys)
    }

    /// The HTML of the whole view and the stream operations in it.
    ///
    /// - Parameter changedComponents: The components that the diff changed; nil when unchanged parts are written too, as
    ///   for a join.
    func html(changedComponents: Set<Int>?) throws(RenderedTreeError) -> (html: String, streams: [StreamDiff]) {
        var writer = RenderedWriter(
            self, skipsUnchanged: changedComponents != nil, changedComponents: changedComponents)
        try writer.writeContent(of: root, depth: 0)
        writer.wasShown()
        return (writer.html, writer.streams)
    }

    /// The HTML of one component, the stream operations in it, and the nodes that it shows.
    func html(
        ofComponent cid: Int
    ) throws(RenderedTreeError) -> (html: String, streams: [StreamDiff], written: [RenderedNode]) {
        var writer = RenderedWriter(self, skipsUnchanged: true, changedComponents: nil)
        try writer.write(component: cid)
        for node in writer.written { node.wasShown() }
        return (writer.html, writer.streams, writer.written)
    }

    /// Marks components as given up by the page: shown whole when they come again
    /// (TheClientsRules.md, "Components that leave").
    func reset(components cids: [Int]) {
        for cid in cids {
            components[cid]?.markWhollyChanged()
            components[cid]?.isReset = true
        }
    }

    /// Forgets components that the server has deleted.
    func prune(components cids: [Int]) {
        for cid in cids { components[cid] = nil }
    }

    /// The name of a root's outermost element; one that has none gets one.
    func name(of node: RenderedNode) -> RootName {
        if let id = node.magicID { return .root(id) }
        magicIDs += 1
        node.magicID = magicIDs
        return .root(magicIDs)
    }

    private func mergeComponents(of diff: Diff) throws(RenderedTreeError) {
        guard !diff.components.isEmpty else { return }
        var merge = ComponentMerge(before: components, diff: diff)
        for cid in diff.components.keys { try merge.merge(cid) }
        for (cid, node) in merge.merged {
            if let old = components[cid], old !== node { node.predecessor = old.shown == nil ? old.predecessor : old }
            node.componentID = cid
            components[cid] = node
        }
    }
}
