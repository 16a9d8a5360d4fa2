/// A tree of HTML nodes.
///
/// Nodes live in one array and are named by `NodeID`, so that walking the tree counts no references, a deep tree is
/// freed without recursion, and what belongs to a node (its layout, what a client remembers of it) can be kept in tables
/// elsewhere. Passing an identifier of another document, or of a freed node, is a programming error.
public final class Document {
    // Unchecked, since every question about a node begins with this: no call in here runs code from outside while it
    // changes the nodes, so no two accesses can meet.
    @exclusivity(unchecked) var nodes = NodeStore()

    /// The document node itself.
    package let root: NodeID

    /// Counts the checkpoints that consumers of changes have taken.
    package var revision: UInt64 { nodes.revision }

    /// The contents of `template` elements, which are not among their children.
    var templateContents: [NodeID: NodeID] = [:]

    /// What a person did to form controls: typed text, ticks, choices.
    var controls: [NodeID: ControlState] = [:]

    /// What refers to what by `id`, `form` and `for`; nil until first asked for.
    var referenceIndex: ReferenceIndex?

    /// The last answer to `childIndex(of:)`, so that asking for siblings in order takes no walk each; nil after the tree
    /// changed.
    var childIndexMemo: (node: NodeID, index: Int)?

    /// What changed otherwise than by the view that owns it.
    var edits = Edits()

    /// Whether a missing or old doctype asks for the rules of old pages (WHATWG 13.2.6.4.1).
    package internal(set) var isQuirksMode = false

    /// The element that has the focus.
    package internal(set) var activeElement: NodeID?

    package init() {
        root = nodes.add(NodeRecord(kind: .document, content: ""))
    }

    /// Ends a span of changes: what changes after this call has a higher `revision(of:)` than what changed before.
    ///
    /// - Returns: The revision of the span that ended.
    @discardableResult
    package func checkpoint() -> UInt64 {
        defer { nodes.revision += 1 }
        return revision
    }

    /// The revision at which the node, its attributes, its control state or anything below it last changed.
    package func revision(of node: NodeID) -> UInt64 { self[node].revision }

    /// The revision at which the node was put where it is.
    package func placedRevision(of node: NodeID) -> UInt64 { self[node].placedRevision }

    /// What changed after a revision, in order; some nodes of it may be gone. Nil when there was too much to keep.
    package func changes(since revision: UInt64) -> [Change]? { nodes.changes(since: revision) }

    /// Whether the identifier still names a node.
    package func isAlive(_ node: NodeID) -> Bool {
        guard records.indices.contains(Int(node.index)) else { return false }
        let record = records[Int(node.index)]
        return record.isAlive && record.generation == node.generation
    }

    var records: ContiguousArray<NodeRecord> {
        _read { yield nodes.records }
    }

    subscript(node: NodeID) -> NodeRecord {
        _read { yield nodes[node] }
        _modify { yield &nodes[node] }
    }

    /// Stamps a node and what is above it as changed.
    func markChanged(_ node: NodeID) { nodes.markChanged(node) }

    func identifier(_ index: Int32) -> NodeID? { nodes.identifier(index) }
}
