/// Names one node of one `Document`.
///
/// An identifier outlives its node safely: the place of a freed node is used again under another generation, so an old
/// identifier answers `false` to `Document.isAlive(_:)` instead of naming another node.
public struct NodeID: Hashable, Sendable {
    /// The node's place among the document's nodes, a small number: tables about nodes can be arrays indexed by it.
    package let index: Int32
    let generation: UInt32
}

/// What a node is.
package enum NodeKind: UInt8, Sendable {
    case document
    case doctype
    case element
    case text
    case comment
    /// A parentless list of nodes: the contents of a `template`, or a parsed fragment.
    case fragment
}

/// The namespace of an element.
package enum Namespace: UInt8, Sendable {
    case html
    case svg
    case mathML
}

/// One attribute of an element; of HTML elements the name is lower case.
public struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
