/// Whether a step in history is added or replaces the present one.
public enum HistoryKind: String, Hashable, Sendable {
    case push
    case replace
}

/// A new address for the same view.
public struct LivePatch: Hashable, Sendable {
    public var to: String
    public var kind: HistoryKind

    public init(to: String, kind: HistoryKind = .push) {
        self.to = to
        self.kind = kind
    }
}

/// Another view over the same connection.
public struct LiveRedirect: Hashable, Sendable {
    public var to: String
    public var kind: HistoryKind
    /// The flash that travels along, as a token.
    public var flash: String?

    public init(to: String, kind: HistoryKind = .push, flash: String? = nil) {
        self.to = to
        self.kind = kind
        self.flash = flash
    }
}

/// Another page, requested anew.
public struct Redirect: Hashable, Sendable {
    public var to: String
    public var status: Int?
    /// The flash that travels along, as a token.
    public var flash: String?

    public init(to: String, status: Int? = nil, flash: String? = nil) {
        self.to = to
        self.status = status
        self.flash = flash
    }
}
