/// What happened to one node of a document.
public struct Change: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Its text, its attributes or the state of its control changed.
        case content
        /// It was put where it is, with all below it; its parent has a change of its children too.
        case placed
        /// Children of it came, went or moved.
        case children
    }

    public let node: NodeID
    public let kind: Kind
}
