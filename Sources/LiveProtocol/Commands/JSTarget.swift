/// What a command acts on when it is not the element it stands on.
public enum JSTarget: Hashable, Sendable, ExpressibleByStringLiteral {
    /// All matches in the whole document.
    case document(String)
    /// All matches below the element.
    case inner(String)
    /// The nearest match at or above the element.
    case closest(String)

    public init(stringLiteral selector: String) { self = .document(selector) }
}
