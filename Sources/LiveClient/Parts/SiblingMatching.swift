import HTMLTree

/// Finds out, without changing anything, what morphdom's walk along two lists of siblings does to children of which most
/// stay the same ones: which old elements new ones are made of, and which elements are moved on the way.
///
/// Elements that move lose the focus, and what has no name is told apart by place and tag alone: a child that would be
/// made like another one by that is not the same one any more, and the walk has to be done for real.
struct SiblingMatching {
    /// What becomes of the children.
    struct Outcome {
        /// The old elements that new ones are made of.
        fileprivate(set) var matches: [NodeID: NodeID] = [:]
        /// The elements that are taken out and put in again, and what they are put before on the way, if that matters.
        fileprivate(set) var moves: [(element: NodeID, sibling: NodeID?)] = []
        /// What goes before an item of the change is placed, by the place of the item.
        fileprivate(set) var discards: [Int: [NodeID]] = [:]
        /// Whether each child that stays is found again as itself.
        fileprivate(set) var isSound = true
    }

    private let document: Document
    private let patch: Patch
    private let change: SiblingsChange
    /// Where other changes to the same children begin.
    private let starts: Set<NodeID>
    private(set) var outcome = Outcome()

    private var old: NodeID?
    /// Whether the walk has not come yet to what stands after the change.
    private var isInItems = true
    private var itemIndex = 0
    private var taken: Set<NodeID> = []
    /// Whether the last new child, and the last old one that was passed, was text: what follows it is one text with it, as in
    /// parsed HTML.
    private var endsInText: (new: Bool, old: Bool)
    private let removed: Set<NodeID>

    init(_ change: SiblingsChange, starts: Set<NodeID>, in patch: Patch) {
        document = patch.document
        self.patch = patch
        self.change = change
        self.starts = starts
        removed = Set(change.removed)
        old = change.start
        let first = change.start ?? change.next
        let before = first.map { patch.document.previousSibling(of: $0) } ?? patch.document.lastChild(of: change.parent)
        let isAfterText = before.map { patch.document.isText($0) } ?? false
        endsInText = (isAfterText, isAfterText)
        run()
    }

    private mutating func run() {
        for (index, item) in change.items.enumerated() {
            itemIndex = index
            place(item)
            guard outcome.isSound else { return }
        }
        isInItems = false
        var rest = change.next
        while let node = rest, old != node {
            guard !starts.contains(node) else {
                outcome.isSound = false
                return
            }
            rest = document.nextSibling(of: node)
            place(.kept(node))
            guard outcome.isSound else { return }
        }
    }

    private func next(after node: NodeID) -> NodeID? {
        var next = document.nextSibling(of: node)
        while let candidate = next, taken.contains(candidate) { next = document.nextSibling(of: candidate) }
        return next
    }

    private mutating func place(_ item: SiblingsChange.Item) {
        let new: NodeID
        let keptNode: NodeID?
        switch item {
        case .kept(let node): (new, keptNode) = (node, node)
        case .fresh(let node): (new, keptNode) = (node, nil)
        }
        let continuesText = endsInText.new
        endsInText.new = document.isText(new)
        if continuesText, endsInText.new { return }
        let isElement = document.isElement(new)
        let newKey = isElement ? patch.key(of: new) : nil
        while let present = old {
            let following = next(after: present)
            old = following
            let continuesText = endsInText.old
            endsInText.old = document.isText(present)
            if continuesText, endsInText.old { continue }
            guard document.kind(of: present) == document.kind(of: new) else {
                discard(present)
                continue
            }
            guard isElement else { return }
            var candidate = present
            var fits = true
            if let newKey {
                if !patch.isElement(present, named: newKey) {
                    if let match = match(for: newKey, keptNode), match != following {
                        taken.insert(match)
                        outcome.moves.append((match, isInItems ? present : nil))
                        discard(present)
                        candidate = match
                    } else {
                        fits = false
                    }
                }
            } else if patch.key(of: present) != nil {
                fits = false
            }
            if fits, document.name(of: candidate) == document.name(of: new) {
                return take(candidate, for: new, keptNode)
            }
            discard(candidate)
        }
        guard isElement else { return }
        if let newKey, let match = match(for: newKey, keptNode), document.name(of: match) == document.name(of: new) {
            outcome.moves.append((match, nil))
            return take(match, for: new, keptNode)
        }
        if keptNode != nil { outcome.isSound = false }
    }

    /// What has no name and is passed over is gone.
    private mutating func discard(_ node: NodeID) {
        guard !removed.contains(node) else { return outcome.discards[itemIndex, default: []].append(node) }
        guard document.isElement(node), patch.key(of: node) == nil else { return }
        outcome.isSound = false
    }

    private mutating func take(_ candidate: NodeID, for new: NodeID, _ keptNode: NodeID?) {
        taken.insert(candidate)
        if let keptNode {
            if candidate != keptNode { outcome.isSound = false }
        } else if removed.contains(candidate) || patch.isMatchable(candidate) {
            outcome.matches[new] = candidate
        } else {
            outcome.isSound = false
        }
    }

    private func match(for key: ElementKey, _ keptNode: NodeID?) -> NodeID? {
        if let keptNode { return taken.contains(keptNode) ? nil : keptNode }
        guard let match = patch.unmatchedElement(for: key, in: patch.top), !taken.contains(match) else { return nil }
        return match
    }
}
