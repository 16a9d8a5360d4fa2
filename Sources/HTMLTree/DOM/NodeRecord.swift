/// The storage of one node; links are indices into `Document.records`, `-1` where there is none.
struct NodeRecord {
    static let none: Int32 = -1

    var kind: NodeKind
    var namespace: Namespace = .html
    /// Whether the place holds a node; a freed place waits to be used again.
    var isAlive = true
    var generation: UInt32 = 0
    var parent = NodeRecord.none
    var firstChild = NodeRecord.none
    var lastChild = NodeRecord.none
    var previousSibling = NodeRecord.none
    var nextSibling = NodeRecord.none
    /// The name of an element or doctype, the text of a text node or comment.
    var content: String
    var attributes: [Attribute] = []
    /// The document's revision at which this node or one below it last changed.
    var revision: UInt64 = 0
}
