import HTMLTree

/// The changes that are to be made to a document: all that they bring is made already, and nothing of the page has changed
/// yet.
struct PartPlan {
    let document: Document
    /// The elements that are to be made anew with all that is in them, for reasons of their own.
    let wholeElements: Set<NodeID>
    private(set) var changes: [PartChange] = []
    /// Elements in whose place others come.
    private var replaced: Set<NodeID> = []
    /// Holds what was made for the page.
    private var fragments: [NodeID] = []

    init(for document: Document, wholeElements: Set<NodeID>) {
        self.document = document
        self.wholeElements = wholeElements
    }

    mutating func add(_ change: PartChange) { changes.append(change) }

    /// Adds that another element comes in the place of one.
    mutating func addReplacement(_ change: ElementChange, in parent: NodeID) {
        replaced.insert(change.element)
        add(
            .siblings(
                SiblingsChange(
                    parent: parent, start: change.element, removed: [change.element], items: [.fresh(change.fresh)],
                    next: document.nextSibling(of: change.element), bindings: [.element(change)])))
    }

    /// Drops the last changes but for so many.
    mutating func drop(after count: Int) { changes.removeLast(changes.count - count) }

    /// Drops the changes to an element and to what is in it.
    mutating func dropChanges(in element: NodeID) { changes.removeAll { document.contains(element, $0.place) } }

    // MARK: What is in it

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

    /// What the changes take from the page or make anew.
    var changedElements: [NodeID] {
        changes.flatMap { change -> [NodeID] in
            switch change {
            case .text, .attributes: []
            case .siblings(let change): change.removed
            case .element(let change): [change.element]
            }
        }
    }

    /// Whether an element that is made anew as a whole holds a node, on the page or in its private copy, or is it.
    func isMadeWhole(_ node: NodeID) -> Bool {
        wholeElements.contains(node) || replaced.contains(node) || isWithinWhole(node)
    }

    func isWithinWhole(_ node: NodeID) -> Bool {
        guard !wholeElements.isEmpty || !replaced.isEmpty else { return false }
        return !document.isConnected(node)
            || document.ancestors(of: node).contains { wholeElements.contains($0) || replaced.contains($0) }
    }

    // MARK: Neighbours

    /// Makes one change of those to the same children that stand side by side, and drops those to what goes.
    mutating func joinNeighbours() {
        guard changes.count > 1 else { return }
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

    private mutating func dropInRemoved() {
        var removed: Set<NodeID> = []
        for case .siblings(let change) in changes { removed.formUnion(change.removed) }
        guard !removed.isEmpty else { return }
        changes.removeAll { change in
            removed.contains(change.place) || document.ancestors(of: change.place).contains(where: removed.contains)
        }
    }

    // MARK: What is made

    mutating func makeFragment() -> NodeID {
        let fragment = document.createFragment()
        fragments.append(fragment)
        return fragment
    }

    /// Frees what was made and did not come to the page.
    func freeFragments() {
        for fragment in fragments where document.isAlive(fragment) { document.remove(fragment) }
    }
}
