/// Makes the tokens that clients hand back, and knows its own again.
///
/// A server whose clients are elsewhere signs and dates them, so that nobody makes one up, or keeps one for ever.
package protocol TokenSealer: Sendable {
    /// Makes a token of what it is to say.
    func seal(_ content: String, for purpose: TokenPurpose) -> String

    /// What a token says; nil for one that was not made here for the same purpose, or is too old.
    func open(_ token: String, for purpose: TokenPurpose) -> String?
}

/// What a token is good for; for nothing else it ever is.
package enum TokenPurpose: String, CaseIterable, Sendable {
    /// Joining the main view of a page.
    case session
    /// What a page was requested with.
    case `static`
    /// Joining a view that another one has placed.
    case nested
    /// Joining a view of a layout.
    case layout
    /// Fetching the flash that travels.
    case flash
    /// Sending one file.
    case upload
    /// Having a page answer with the status with which its view failed.
    case reload
    /// Knowing again who visits.
    case visit
    /// Showing that a request comes from a page of this server.
    case csrf

    /// How long a token is good for where time counts (TheWire.md, "Tokens").
    package var lifetime: Duration {
        switch self {
        case .session, .static, .nested, .layout, .visit, .csrf: .seconds(14 * 24 * 3600)
        case .flash, .reload: .seconds(60)
        case .upload: .seconds(600)
        }
    }
}

/// Tokens that can be read, for clients in the same process, which need no proof.
package struct PlainSealer: TokenSealer {
    package init() {}

    package func seal(_ content: String, for purpose: TokenPurpose) -> String { "\(purpose.rawValue).\(content)" }

    package func open(_ token: String, for purpose: TokenPurpose) -> String? {
        let prefix = purpose.rawValue + "."
        return token.hasPrefix(prefix) ? String(token.dropFirst(prefix.count)) : nil
    }
}
