import HTMLTree
import LiveProtocol

/// Makes the planned changes to the document, by the rules that hold for any patch.
struct PartPatch {
    let patch: Patch
    private let document: Document
    private let shownNodes: ShownNodes

    init(_ client: LiveClient, view: ViewChannel, plan: PartPlanner) {
        patch = Patch(client, view: view, top: view.container, streams: plan.builder.streams)
        document = plan.document
        shownNodes = plan.shownNodes
        patch.matchOnly(below: Self.changing(plan.changes))
    }

    /// What the changes take from the page or make anew: only there can old elements have their match in new ones.
    private static func changing(_ changes: [PartChange]) -> [NodeID] {
        var nodes: [NodeID] = []
        for change in changes {
            switch change {
            case .text, .attributes: continue
            case .content(let change): nodes += change.old
            case .element(let change): nodes.append(change.element)
            case .rows(let change): nodes += change.removed
            }
        }
        return nodes
    }

    func run(_ changes: [PartChange]) throws(PartError) {
        patch.startStreams()
        for change in changes { try make(change) }
        patch.finish()
        guard !patch.counterparts.isEmpty else { return }
        let binding = PartBinding(patch.counterparts, tree: shownNodes.tree)
        for change in changes { binding.bind(change) }
    }

    private func make(_ change: PartChange) throws(PartError) {
        switch change {
        case .text(let node, let text):
            guard document.isAlive(node), document.text(of: node) != text else { return }
            patch.noteHooks(around: node)
            document.setText(text, of: node)
        case .attributes(let element, let like):
            guard document.isAlive(element), patch.hasOtherAttributes(element, than: like) else { return }
            patch.noteHooks(around: element)
            if let target = patch.update(element, with: like) { patch.finishControl(target, like: like) }
        case .element(let change):
            guard document.isAlive(change.element) else { throw .unbound }
            patch.noteHooks(around: change.element)
            patch.morph(change.element, with: change.fresh)
        case .content(let change):
            try replace(change.old, in: change.parent, before: change.next, with: change.fragment)
            if let place = change.place { place.shown.contents[place.index] = change.content }
        case .rows(let change): try make(change)
        }
    }

    private func replace(
        _ old: [NodeID], in parent: NodeID, before next: NodeID?, with fragment: NodeID
    ) throws(PartError) {
        // What an earlier change took away cannot tell any more where this one is.
        guard document.isAlive(parent), next.map({ document.isAlive($0) && document.parent(of: $0) == parent }) ?? true
        else { throw .unbound }
        patch.noteHooks(in: parent)
        // Some of it may have its place elsewhere by now.
        let first = old.first { document.isAlive($0) && document.parent(of: $0) == parent }
        patch.replaceChildren(of: parent, from: first, until: next, with: fragment)
    }

    /// Takes rows away, then puts each into its place from the last to the first, so that what comes after it stands.
    private func make(_ change: RowsChange) throws(PartError) {
        guard let rows = change.list.rows, document.isAlive(change.parent) else { throw .unbound }
        patch.noteHooks(in: change.parent)
        for node in change.removed where document.isAlive(node) { patch.discard(node) }
        for placement in change.placements.reversed() {
            let next = rows[(placement.index + 1)...].lazy.compactMap { shownNodes.first(of: $0) }.first ?? change.next
            guard next.map({ document.isAlive($0) && document.parent(of: $0) == change.parent }) ?? true else {
                throw .unbound
            }
            if let fragment = placement.fragment {
                patch.replaceChildren(of: change.parent, from: nil, until: next, with: fragment)
                if !patch.counterparts.isEmpty {
                    PartBinding(patch.counterparts, tree: shownNodes.tree).bind(placement.row)
                }
            } else {
                let tops = shownNodes.tops(of: placement.row)
                guard let last = tops.last, document.nextSibling(of: last) != next else { continue }
                for node in tops where document.isAlive(node) {
                    patch.put(node, into: change.parent, before: next)
                }
            }
        }
    }
}
