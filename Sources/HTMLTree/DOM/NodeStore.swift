/// The nodes of a document and the links between them, as a value that a parser can take over while it builds.
struct NodeStore {
    private(set) var records: ContiguousArray<NodeRecord> = []
    private var freeIndices: [Int32] = []
    /// What changed nodes are stamped with; counts the checkpoints that consumers of changes have taken.
    var revision: UInt64 = 1
    private var journal = ChangeJournal()

    subscript(node: NodeID) -> NodeRecord {
        _read {
            assert(records[Int(node.index)].generation == node.generation, "a freed node was used")
            yield records[Int(node.index)]
        }
        _modify {
            assert(records[Int(node.index)].generation == node.generation, "a freed node was used")
            yield &records[Int(node.index)]
        }
    }

    func identifier(_ index: Int32) -> NodeID? {
        index == NodeRecord.none ? nil : NodeID(index: index, generation: records[Int(index)].generation)
    }

    /// Gives a record a place, which a freed node may have had before.
    mutating func add(_ record: consuming NodeRecord) -> NodeID {
        record.revision = revision
        guard let index = freeIndices.popLast() else {
            records.append(record)
            return NodeID(index: Int32(records.count - 1), generation: 0)
        }
        let generation = records[Int(index)].generation
        record.generation = generation
        records[Int(index)] = record
        return NodeID(index: index, generation: generation)
    }

    /// Gives a record a place as the last child of a node.
    mutating func append(_ record: consuming NodeRecord, to parent: NodeID) -> NodeID {
        let previous = self[parent].lastChild
        record.parent = parent.index
        record.previousSibling = previous
        record.placedRevision = revision
        let node = add(record)
        if previous == NodeRecord.none {
            self[parent].firstChild = node.index
        } else {
            records[Int(previous)].nextSibling = node.index
        }
        self[parent].lastChild = node.index
        // What is new in something new comes to notice with that.
        if self[parent].kind == .fragment || self[parent].placedRevision == revision {
            stampChanged(parent)
        } else {
            markChanged(node, .placed)
            markChanged(parent, .children)
        }
        return node
    }

    /// Frees the place of a node.
    mutating func free(_ node: NodeID) {
        var vacant = NodeRecord(kind: .text, content: "")
        vacant.isAlive = false
        vacant.generation = node.generation &+ 1
        records[Int(node.index)] = vacant
        freeIndices.append(node.index)
    }

    /// Puts a node before a child of `parent`, or last when `sibling` is nil, taking it from where it was.
    mutating func insert(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        guard node != sibling else { return }
        detach(node)
        link(node, into: parent, before: sibling)
    }

    /// Gives a record a place before a child of `parent`, or last when `sibling` is nil.
    mutating func insert(_ record: consuming NodeRecord, into parent: NodeID, before sibling: NodeID?) -> NodeID {
        let node = add(record)
        link(node, into: parent, before: sibling)
        return node
    }

    /// Links a node that has no parent to its new neighbours.
    private mutating func link(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        let next = sibling?.index ?? NodeRecord.none
        let previous =
            if let sibling { self[sibling].previousSibling } else { self[parent].lastChild }
        self[node].parent = parent.index
        self[node].previousSibling = previous
        self[node].nextSibling = next
        if previous == NodeRecord.none {
            self[parent].firstChild = node.index
        } else {
            records[Int(previous)].nextSibling = node.index
        }
        if next == NodeRecord.none {
            self[parent].lastChild = node.index
        } else {
            records[Int(next)].previousSibling = node.index
        }
        self[node].placedRevision = revision
        markChanged(node, .placed)
        markChanged(parent, .children)
    }

    /// Takes a node out of its parent, if it has one.
    mutating func detach(_ node: NodeID) {
        guard let parent = identifier(self[node].parent) else { return }
        let previous = self[node].previousSibling
        let next = self[node].nextSibling
        if previous == NodeRecord.none {
            self[parent].firstChild = next
        } else {
            records[Int(previous)].nextSibling = next
        }
        if next == NodeRecord.none {
            self[parent].lastChild = previous
        } else {
            records[Int(next)].previousSibling = previous
        }
        self[node].parent = NodeRecord.none
        self[node].previousSibling = NodeRecord.none
        self[node].nextSibling = NodeRecord.none
        markChanged(parent, .children)
    }

    /// Stamps a node and what is above it as changed. Stops at the first ancestor that is stamped already, so that many
    /// changes in one place cost one walk.
    mutating func markChanged(_ node: NodeID, _ kind: Change.Kind = .content) {
        journal.note(node, kind, at: revision)
        stampChanged(node)
    }

    private mutating func stampChanged(_ node: NodeID) {
        var index = node.index
        while index != NodeRecord.none, records[Int(index)].revision != revision {
            records[Int(index)].revision = revision
            index = records[Int(index)].parent
        }
    }

    /// Makes room for nodes that are about to be added.
    mutating func reserve(_ count: Int) { records.reserveCapacity(records.count + count) }

    /// The changes after a revision, in order; nil when there were too many to keep.
    func changes(since revision: UInt64) -> [Change]? { journal.changes(since: revision) }
}
