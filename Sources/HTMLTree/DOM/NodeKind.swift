/// What a node is.
public enum NodeKind: UInt8, Sendable {
    case document
    case doctype
    case element
    case text
    case comment
    /// A parentless list of nodes: the contents of a `template`, or a parsed fragment.
    case fragment
}
