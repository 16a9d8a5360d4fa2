/// A change of address, as the events `phx:before-navigate` and `phx:navigate` tell it
/// (TheClientsRules.md, "Navigation").
public struct NavigationEvent: Hashable, Sendable {
    public enum Stage: Hashable, Sendable {
        /// Asked for by a person; nothing has happened yet.
        case before
        case done
    }

    public enum Direction: String, Hashable, Sendable {
        case forward
        case backward
    }

    public var stage: Stage
    public var href: String
    /// Whether the view stays the same.
    public var isPatch: Bool
    /// Whether a step in history led here.
    public var isPop: Bool
    public var direction: Direction

    public init(stage: Stage, href: String, isPatch: Bool, isPop: Bool = false, direction: Direction = .forward) {
        self.stage = stage
        self.href = href
        self.isPatch = isPatch
        self.isPop = isPop
        self.direction = direction
    }
}
