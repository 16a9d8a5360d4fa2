/// What a command acts on when it is not the element it stands on.
public enum JSTarget: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// All matches in the whole document.
    case document(String)
    /// All matches below the element.
    case inner(String)
    /// The nearest match at or above the element.
    case closest(String)

    /// A selector of the whole document, which may hold interpolations: `"#flash-\(key)"`.
    public init(stringLiteral selector: String) { self = .document(selector) }
}
