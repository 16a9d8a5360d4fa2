/// What kinds of things a run can leave out.
package enum CoverageKind: String, Hashable, Sendable, CaseIterable {
    case routes
    case events
    case infos
    /// Of template files.
    case branches
    /// Of pages that were shown.
    case bindings

    /// What they are called in a table.
    package var title: String {
        switch self {
        case .routes, .events, .infos, .bindings: rawValue
        case .branches: "template branches"
        }
    }

    /// What is said of those that a run left out.
    var omission: String {
        switch self {
        case .routes: "routes that were never opened"
        case .events: "events that were never handled"
        case .infos: "infos that were never handled"
        case .branches: "template branches that never ran"
        case .bindings: "bindings that were never used"
        }
    }
}

/// One thing that a run can leave out.
package struct CoverageItem: Hashable, Sendable {
    package let kind: CoverageKind
    /// Where it is: the path of a route, `file:line:column`; for an event or info, what handles it.
    package let place: String
    /// What it is, in words.
    package let name: String
    /// The view of the page that a binding is on, where that is known.
    package let view: String?
    package let isCovered: Bool

    package init(_ kind: CoverageKind, place: String, name: String, view: String? = nil, isCovered: Bool) {
        self.kind = kind
        self.place = place
        self.name = name
        self.view = view
        self.isCovered = isCovered
    }
}
