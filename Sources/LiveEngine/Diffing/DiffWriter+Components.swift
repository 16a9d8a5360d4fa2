import LiveProtocol

extension DiffWriter {
    /// What changed when one component's place is taken by another, or by itself with other inputs.
    mutating func change(from old: ComponentPlacement, to new: ComponentPlacement) -> DynamicDiff? {
        let cid = place(new)
        return cid == old.cid ? nil : .component(cid)
    }

    /// A component's tree as a change of another component's, whose whole tree the client copies (CLIENT.md 9.4).
    ///
    /// - Parameters:
    ///   - reference: The other component, as the client is to look it up.
    ///   - tree: The other component's tree, from the same template.
    mutating func link(to reference: Int, tree: Rendered, _ node: Rendered) -> NodeDiff {
        var diff = linked(to: tree, node) ?? NodeDiff()
        diff.statics = .component(reference)
        return diff
    }

    private mutating func linked(to source: Rendered, _ node: Rendered) -> NodeDiff? {
        guard node.hasSameStatics(as: source) else { return whole(node) }
        var diff: NodeDiff?
        for index in node.parts.indices {
            let new = node.parts[index].dynamic
            let change: DynamicDiff?
            switch (source.parts[index].dynamic, new) {
            case (.node(let old), .node(let new)): change = linked(to: old, new).map { .node($0) }
            // Lists keep what they know of the rows before; those of another component are none of theirs.
            case (_, .list), (_, .view): change = whole(new)
            case (.text, _), (.html, _), (.node, _), (.list, _), (.component, _), (.view, _):
                change = changes(from: source.parts[index].dynamic, to: new)
            }
            guard let change else { continue }
            diff = diff ?? NodeDiff()
            diff?.dynamics[index] = change
        }
        return diff
    }
}
