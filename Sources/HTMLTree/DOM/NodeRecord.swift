/// The storage of one node; links are indices into `Document.records`, `-1` where there is none.
struct NodeRecord {
    static let none: Int32 = -1

    var kind: NodeKind
    var namespace: Namespace = .html
    /// Whether the place holds a node; a freed place waits to be used again.
    var isAlive = true
    /// Whether a parser has the element on its stack of open elements; kept for formatting elements only.
    var isOpen = false
    /// Whether a parser has it in its list of active formatting elements.
    var isListed = false
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
    /// The document's revision at which the node was put where it is.
    var placedRevision: UInt64 = 0
}

extension NodeRecord {
    /// A doctype, whose identifiers are kept as attributes, where they are not empty.
    init(doctype name: String, publicIdentifier: String, systemIdentifier: String) {
        self.init(kind: .doctype, content: name)
        for (name, value) in [("public", publicIdentifier), ("system", systemIdentifier)] where !value.isEmpty {
            attributes.append(Attribute(name: name, value: value))
        }
    }
}
