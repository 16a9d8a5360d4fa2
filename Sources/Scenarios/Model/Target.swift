import HTMLTree

/// What a step acts on or an expectation looks at: a description that exactly one visible element has to fit.
package enum TargetQuery: Hashable, Sendable {
    /// The short form: a label, else a name by role, else a text.
    case short(String)
    case label(String)
    case role(String)
    case text(String)
    case name(String)
    case flash(String)
    case css(Selector)
}

package struct Target: Hashable, Sendable {
    package var query: TargetQuery
    /// The accessible name that the element has to have.
    package var named: String?
    /// Which of several, from 1.
    package var nth: Int?
    /// What the element has to lie in; at most one.
    package var within: [Target]

    package init(_ query: TargetQuery, named: String? = nil, nth: Int? = nil, within: Target? = nil) {
        self.query = query
        self.named = named
        self.nth = nth
        self.within = within.map { [$0] } ?? []
    }
}
