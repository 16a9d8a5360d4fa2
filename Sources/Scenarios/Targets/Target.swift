import HTMLTree

/// What a step acts on or an expectation looks at: a description that exactly one visible element has to fit.
enum TargetQuery: Hashable, Sendable {
    /// The short form: a label, else a name by role, else a text.
    case short(String)
    case label(String)
    case role(String)
    case text(String)
    case name(String)
    case flash(String)
    case css(Selector)
}

/// An element, by what is seen of it, and what tells it from others like it.
struct Target: Hashable, Sendable {
    var query: TargetQuery
    /// The accessible name that the element has to have.
    var named: String?
    /// Which of several, from 1.
    var nth: Int?
    /// What the element has to lie in; at most one.
    var within: [Target]

    init(_ query: TargetQuery, named: String? = nil, nth: Int? = nil, within: Target? = nil) {
        self.query = query
        self.named = named
        self.nth = nth
        self.within = within.map { [$0] } ?? []
    }

    /// Whether it is a text and no more.
    var isShort: Bool {
        guard case .short = query else { return false }
        return named == nil && nth == nil && within.isEmpty
    }
}
