/// A change of address, as the events `phx:before-navigate` and `phx:navigate` tell it
/// (TheClientsRules.md, "Navigation").
public struct NavigationEvent: Hashable, Sendable {
    /// How far the change of address is.
    public enum Stage: Hashable, Sendable {
        /// Asked for by a person; nothing has happened yet.
        case before
        /// The page is at the new address.
        case done
    }

    /// Which way in history.
    public enum Direction: String, Hashable, Sendable {
        /// To a new entry, or to a later one.
        case forward
        /// To an earlier entry.
        case backward
    }

    /// How far it is.
    public var stage: Stage
    /// The new address.
    public var href: String
    /// Whether the view stays the same.
    public var isPatch: Bool
    /// Whether a step in history led here.
    public var isPop: Bool
    /// Which way in history it leads.
    public var direction: Direction

    /// Makes an event of its facts.
    public init(stage: Stage, href: String, isPatch: Bool, isPop: Bool = false, direction: Direction = .forward) {
        self.stage = stage
        self.href = href
        self.isPatch = isPatch
        self.isPop = isPop
        self.direction = direction
    }
}
