import HTMLTree
import LiveProtocol

/// Makes the planned changes to the document, by the rules that hold for any patch.
struct PartPatch {
    let patch: Patch
    private let document: Document
    private let tree: RenderedTree
    private let changes: [PartChange]
    /// What becomes of the children in each change to siblings, by the place of the change.
    private var matchings: [SiblingMatching.Outcome?] = []
    /// The elements whose children cannot be changed one by one.
    private(set) var unsound: [NodeID] = []

    init(_ plan: PartPlan, of tree: RenderedTree, by patch: Patch) {
        self.patch = patch
        self.tree = tree
        document = plan.document
        changes = plan.changes
        // Only there can old elements have their match in new ones.
        patch.matchOnly(below: plan.changedElements)
        match()
    }

    private mutating func match() {
        let places = changes.indices.filter { siblings($0) != nil }
        guard !places.isEmpty else { return }
        matchings = Array(repeating: nil, count: changes.count)
        let holders = holdersOfHooksThatGo()
        guard places.count > 1 else { return match(places, holders) }
        var byParent: [NodeID: [Int]] = [:]
        for index in places { byParent[changes[index].place, default: []].append(index) }
        for indices in byParent.values { match(indices, holders) }
    }

    /// Finds out what becomes of the children of one element.
    ///
    /// - Parameter indices: The places of the changes to them.
    private mutating func match(_ indices: [Int], _ holders: Set<NodeID>) {
        let parent = changes[indices[0]].place
        switch document.attribute(BindingName.update, of: parent) {
        case "stream": return
        case "append", "prepend":
            unsound.append(parent)
            return
        default: break
        }
        for index in indices {
            guard let change = siblings(index) else { continue }
            let others = indices.count == 1 ? [] : indices.filter { $0 != index }.compactMap(siblings)
            var starts = Set(others.compactMap { $0.start })
            if let start = change.start { starts.remove(start) }
            let matching = SiblingMatching(change, starts: starts, in: patch).outcome
            matchings[index] = matching
            if !matching.isSound || overlaps(change, others) || interleaves(change, holders) {
                unsound.append(parent)
            }
        }
    }

    /// Whether what one change keeps is another one's to change.
    private func overlaps(_ change: SiblingsChange, _ others: [SiblingsChange]) -> Bool {
        guard !others.isEmpty else { return false }
        let theirs = Set(others.flatMap { $0.removed + [$0.start].compactMap(\.self) })
        return change.items.contains { item in
            if case .kept(let node) = item { theirs.contains(node) } else { false }
        }
    }

    /// What is around children that go with their hooks.
    private func holdersOfHooksThatGo() -> Set<NodeID> {
        let hooked = patch.hooks.elements
        guard hooked.count > 1, changes.count > 1 else { return [] }
        var around = Set(hooked)
        for node in hooked where document.isAlive(node) { around.formUnion(document.ancestors(of: node)) }
        var holders: Set<NodeID> = []
        for case .siblings(let change) in changes where change.removed.contains(where: around.contains) {
            holders.insert(change.parent)
            holders.formUnion(document.ancestors(of: change.parent))
        }
        return holders
    }

    /// Whether hooks end in what a change keeps, between those that end with what it takes away.
    private func interleaves(_ change: SiblingsChange, _ holders: Set<NodeID>) -> Bool {
        guard holders.contains(change.parent) else { return false }
        return change.items.contains { item in
            if case .kept(let node) = item { holders.contains(node) } else { false }
        }
    }

    private func siblings(_ index: Int) -> SiblingsChange? {
        if case .siblings(let change) = changes[index] { change } else { nil }
    }

    /// - Parameter visit: Runs when the changes are made, before what has the focus gets it back.
    func run(visit: () -> Void) throws(PartError) {
        patch.startStreams()
        for index in order { try make(index) }
        visit()
        patch.finish()
        let binding = PartBinding(patch.counterparts, tree: tree)
        for change in changes { binding.bind(change) }
    }

    /// The changes in the order of the page, in which hooks hear of them.
    private var order: [Int] {
        guard changes.count > 1 else { return Array(changes.indices) }
        let starts = changes.map(start)
        // They mostly are in order already.
        let isInOrder = starts.indices.dropFirst().allSatisfy {
            starts[$0] == starts[$0 - 1] || document.precedes(starts[$0 - 1], starts[$0])
        }
        if isInOrder { return Array(changes.indices) }
        return changes.indices.sorted { one, other in
            starts[one] == starts[other] ? one < other : document.precedes(starts[one], starts[other])
        }
    }

    /// The node that a change begins at; for children that come last, what is before them.
    private func start(of change: PartChange) -> NodeID {
        guard case .siblings(let change) = change else { return change.place }
        if let start = change.start { return start }
        var node = change.parent
        while let last = document.lastChild(of: node) { node = last }
        return node
    }

    private func make(_ index: Int) throws(PartError) {
        switch changes[index] {
        case .text(let node, let text):
            guard document.isAlive(node), document.text(of: node) != text else { return }
            patch.noteHooks(around: node)
            document.setText(text, of: node)
        case .attributes(let element, let like):
            guard document.isAlive(element), patch.hasOtherAttributes(element, than: like) else { return }
            patch.noteHooks(around: element)
            guard let target = patch.update(element, with: like) else { return }
            // Attributes come without the text that a text area's value begins with: that stays.
            patch.finishControl(target, like: document.name(of: target) == "textarea" ? target : like)
        case .element(let change):
            guard document.isAlive(change.element) else { throw .unbound }
            // A value alone is no change to a page, as that of a text area without text.
            if hasHooks, !document.isEqual(change.element, change.fresh) { patch.noteHooks(around: change.element) }
            patch.morph(change.element, with: change.fresh)
        case .siblings(let change):
            try make(change, as: matchings[index])
            for binding in change.bindings { note(binding) }
        }
    }

    private func make(_ change: SiblingsChange, as matching: SiblingMatching.Outcome?) throws(PartError) {
        // What an earlier change took away cannot tell any more where this one is.
        guard document.isAlive(change.parent),
            change.next.map({ document.isAlive($0) && document.parent(of: $0) == change.parent }) ?? true
        else { throw .unbound }
        if hasHooks, !bringsTheSame(change), !patch.isGoing(change.parent) { patch.noteHooks(in: change.parent) }
        guard let matching else { return add(change) }
        for move in matching.moves where document.isAlive(move.element) {
            patch.focusLeaves(move.element)
            guard let sibling = move.sibling, document.isAlive(sibling), document.parent(of: sibling) == change.parent
            else { continue }
            document.insert(move.element, into: change.parent, before: sibling)
        }
        var children: [NodeID] = []
        for (index, item) in change.items.enumerated() {
            for node in matching.discards[index] ?? [] where document.isAlive(node) { patch.discard(node) }
            switch item {
            case .kept(let node): children.append(node)
            case .fresh(let node):
                if let old = matching.matches[node], document.isAlive(old), !patch.matched.contains(old) {
                    patch.morph(old, with: node)
                    children.append(old)
                } else {
                    patch.addChild(node, to: change.parent, before: change.next)
                    children.append(node)
                }
            }
        }
        for node in change.removed where document.isAlive(node) { patch.discard(node) }
        arrange(children, in: change)
    }

    private var hasHooks: Bool { !patch.hooks.isEmpty }

    /// Whether what comes is equal to what goes, of which no hook hears.
    private func bringsTheSame(_ change: SiblingsChange) -> Bool {
        guard change.items.count == change.removed.count else { return false }
        return zip(change.removed, change.items).allSatisfy { old, item in
            if case .fresh(let new) = item { document.isEqual(old, new) } else { false }
        }
    }

    /// Puts children in order before what stands after them. What has to go, and is still there, does not count.
    private func arrange(_ children: [NodeID], in change: SiblingsChange) {
        let going = Set(change.removed)
        var next = change.next
        for node in children.reversed() where document.isAlive(node) {
            var previous = next.map(document.previousSibling) ?? document.lastChild(of: change.parent)
            while let present = previous, present != node, going.contains(present), !patch.matched.contains(present) {
                previous = document.previousSibling(of: present)
            }
            if previous != node || document.parent(of: node) != change.parent {
                document.insert(node, into: change.parent, before: next)
            }
            next = node
        }
    }

    /// Changes the children of a stream, whose items stay by themselves.
    private func add(_ change: SiblingsChange) {
        for node in change.removed where document.isAlive(node) { patch.discard(node) }
        for case .fresh(let node) in change.items where document.isElement(node) {
            patch.addChild(node, to: change.parent, before: nil)
        }
    }

    private func note(_ binding: SiblingsChange.Binding) {
        switch binding {
        case .content(let content, let place):
            if let place { place.shown.contents[place.index] = content }
        case .element(let change): change.shown.nodes[change.entry] = change.fresh
        case .rows: break
        }
    }
}
