/// Whether a step in history is added or replaces the present one.
package enum HistoryKind: String, Hashable, Sendable {
    case push
    case replace
}

/// A new address for the same view.
package struct LivePatch: Hashable, Sendable {
    package var to: String
    package var kind: HistoryKind

    package init(to: String, kind: HistoryKind = .push) {
        self.to = to
        self.kind = kind
    }
}

/// Another view over the same connection.
package struct LiveRedirect: Hashable, Sendable {
    package var to: String
    package var kind: HistoryKind
    /// The flash that travels along, as a token.
    package var flash: String?

    package init(to: String, kind: HistoryKind = .push, flash: String? = nil) {
        self.to = to
        self.kind = kind
        self.flash = flash
    }
}

/// Another page, requested anew.
package struct Redirect: Hashable, Sendable {
    package var to: String
    package var status: Int?
    /// The flash that travels along, as a token.
    package var flash: String?

    package init(to: String, status: Int? = nil, flash: String? = nil) {
        self.to = to
        self.status = status
        self.flash = flash
    }
}
