/// The views that one session has placed in its page, with the tokens by which the client joins them.
///
/// What a transaction places is kept, or forgotten, at its end. A view is known from then on until its client has left
/// it, so that it can be joined anew.
final class NestedViews {
    private struct Entry {
        var view: NestedView
        /// By which it is joined; made once, so that what is rendered again is the same.
        let token: String
        /// How often it came to a new place. A client that leaves one place may be about to join at the next.
        var placings = 0
        /// The component that placed it; 0 is the view.
        var placer = 0
    }

    private let session: Int
    private let tokens: PageTokens
    private var entries: [String: Entry] = [:]
    private var lastNumber = 0
    private var placed: [String: Entry] = [:]
    private var failure: NestedViewError?

    /// - Parameter session: The number of the session.
    init(session: Int, tokens: PageTokens) {
        self.session = session
        self.tokens = tokens
    }

    /// Notes that a view is on the page.
    ///
    /// - Parameters:
    ///   - isNew: Whether it was not at this place before.
    ///   - placer: The component that places it; 0 is the view.
    /// - Returns: The token by which it is joined.
    func place(_ view: NestedView, isNew: Bool, by placer: Int) -> String {
        if placed[view.id] != nil { failure = failure ?? .placedTwice(id: view.id) }
        var entry = entries[view.id] ?? makeEntry(view)
        entry.view = view
        entry.placer = placer
        if isNew { entry.placings += 1 }
        placed[view.id] = entry
        return entry.token
    }

    /// Forgets what a component has placed in this transaction, since it is rendered again.
    func withdraw(placedBy placer: Int) { placed = placed.filter { $0.value.placer != placer } }

    /// - Throws: `NestedViewError` when the transaction placed what cannot be placed.
    func check() throws { if let failure { throw failure } }

    func keep() {
        if !placed.isEmpty { entries.merge(placed) { _, new in new } }
        discard()
    }

    func discard() {
        if !placed.isEmpty { placed = [:] }
        failure = nil
    }

    /// The view of an id, when the token is the one that was given out for it; and at which of its placings it is.
    func view(_ id: String, token: String) -> (view: NestedView, placing: Int)? {
        guard let entry = entries[id], entry.token == token else { return nil }
        return (entry.view, entry.placings)
    }

    /// Forgets a view that the client has left, unless it was placed anew since it was joined.
    func left(_ id: String, placing: Int) { if entries[id]?.placings == placing { entries[id] = nil } }

    private func makeEntry(_ view: NestedView) -> Entry {
        lastNumber += 1
        return Entry(view: view, token: tokens.nested(session: session, number: lastNumber))
    }
}

/// What is wrong with a view that is placed in another one's page.
enum NestedViewError: Error, Equatable {
    case placedTwice(id: String)
    /// Another page on this connection has one of this id.
    case placedElsewhere(id: String)
}

extension NestedViewError: CustomStringConvertible {
    var description: String {
        switch self {
        case .placedTwice(let id):
            "the live view \"\(id)\" is placed twice on the page; give each place an id of its own"
        case .placedElsewhere(let id):
            "the live view \"\(id)\" is placed in two views of the page; give each place an id of its own"
        }
    }
}
