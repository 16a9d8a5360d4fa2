import HTMLTree

/// The events `phx:page-loading-start` and `-stop` (TheClientsRules.md, "How the page shows its connection").
public struct PageLoadingEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case initial(to: String)
        case patch(to: String)
        case redirect(to: String)
        case element(NodeID)
        /// The view crashed (`isServer`), or the connection was lost.
        case error(to: String, isServer: Bool)
    }

    public var kind: Kind
    public var isStart: Bool

    public init(_ kind: Kind, isStart: Bool) {
        self.kind = kind
        self.isStart = isStart
    }
}
