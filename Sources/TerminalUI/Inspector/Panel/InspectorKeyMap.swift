import Simulator

/// The one table of the keys of the inspector while it has the focus: it acts by it, and help is made of it.
enum InspectorKeyMap {
    typealias Row = KeyRow<InspectorAction>

    static let group = "Inspector"

    static let rows: [Row] =
        InspectorPaneKind.allCases.map { pane in
            Row(
                keys: [Key(.character(pane.digit))], action: .show(pane), short: pane.word,
                does: "show \(pane.described)")
        } + [
            Row(keys: [Key(.tab)], action: .nextPane, short: "next", does: "to the next pane"),
            Row(keys: [Key(.tab, .shift)], action: .previousPane, short: "previous", does: "to the pane before"),
            scrolling(.up, .lineUp, "a row up"),
            scrolling(.down, .lineDown, "a row down"),
            scrolling(.pageUp, .pageUp, "a page up"),
            scrolling(.pageDown, .pageDown, "a page down"),
            scrolling(.home, .top, "to the first row"),
            scrolling(.end, .bottom, "to the last row"),
            Row(keys: [Key(.enter), Key(.character(" "))], action: .toggle, short: "fold", does: "fold or unfold"),
            Row(keys: [Key(.left)], action: .fold, short: "fold", does: "fold, or go to what is around"),
            Row(keys: [Key(.right)], action: .unfold, short: "unfold", does: "unfold, or go in"),
            row("p", .pick, "pick", "pick an element of the page, by a click or by its label"),
            row("y", .copy, "copy", "copy the element as a scenario's target, or the value"),
            row("Y", .copySelector, "selector", "copy the element as a CSS selector"),
            row("c", .styles, "styles", "show the element's styles, where they come from, and its box"),
            row("i", .ignored, "ignored", "show what of the page's styles means nothing here"),
            row("/", .search, "filter", "find an element, or see only events with these words"),
            row("n", .searchAgain, "next", "to the next element that was searched for"),
            row("s", .statics, "statics", "show or hide the unchanging parts in diffs"),
            row("t", .calls, "calls", "show the calls of views' functions, or events again"),
            row("e", .source, "source", "open the source of the view or component in $EDITOR"),
            row("<", .shrink, "smaller", "give the page more room"),
            row(">", .grow, "larger", "give the inspector more room"),
            Row(keys: [Key(.escape)], action: .leave, short: "page", does: "back, in the end to the page"),
        ]

    private static func row(_ key: Character, _ action: InspectorAction, _ short: String, _ does: String) -> Row {
        Row(keys: [Key(.character(key))], action: action, short: short, does: does)
    }

    private static func scrolling(_ code: Key.Code, _ step: ScrollStep, _ does: String) -> Row {
        Row(keys: [Key(code)], action: .move(step), short: "move", does: does)
    }

    /// What a key does; nil for one that does nothing here.
    static func action(for key: Key, on pane: InspectorPaneKind) -> InspectorAction? {
        rows.first { $0.keys.contains(key) && $0.action.works(on: pane) }?.action
    }

    static func help(on pane: InspectorPaneKind) -> [HelpLine] {
        rows.filter { $0.action.works(on: pane) }.compactMap { $0.helpLine(of: $0.keys, in: group) }
    }

    /// The keys of the status line, the most useful first.
    static func essentials(on pane: InspectorPaneKind) -> [HelpLine] {
        let wanted: [InspectorAction] =
            switch pane {
            case .state: [.toggle, .copy, .source, .nextPane, .leave]
            case .elements: [.pick, .copy, .copySelector, .styles, .toggle, .search, .leave]
            case .events: [.toggle, .search, .calls, .copy, .statics, .leave]
            }
        return wanted.compactMap { action in
            rows.first { $0.action == action }.flatMap { $0.statusEntry(of: $0.keys, in: group) }
        }
    }
}

/// What the keys of the inspector do.
enum InspectorAction: Hashable, Sendable {
    case show(InspectorPaneKind)
    case nextPane, previousPane
    case move(ScrollStep)
    case fold, unfold, toggle
    case pick
    case copy, copySelector
    case styles, ignored
    case search, searchAgain
    case statics
    case calls
    case source
    case grow, shrink
    case leave

    fileprivate func works(on pane: InspectorPaneKind) -> Bool {
        switch self {
        case .copySelector, .styles, .ignored, .searchAgain: pane == .elements
        case .search: pane != .state
        case .statics, .calls: pane == .events
        case .show, .nextPane, .previousPane, .move, .fold, .unfold, .toggle, .pick, .copy, .source, .grow, .shrink,
            .leave:
            true
        }
    }
}

/// The panes of the inspector.
enum InspectorPaneKind: Int, Hashable, Sendable, CaseIterable {
    case state, elements, events

    /// The key that shows it.
    var digit: Character {
        switch self {
        case .state: "1"
        case .elements: "2"
        case .events: "3"
        }
    }

    var word: String {
        switch self {
        case .state: "State"
        case .elements: "Elements"
        case .events: "Events"
        }
    }

    fileprivate var described: String {
        switch self {
        case .state: "what the views hold"
        case .elements: "the elements of the page"
        case .events: "the last events"
        }
    }

    /// The pane so many places further.
    func stepped(by step: Int) -> InspectorPaneKind {
        let all = Self.allCases
        return all[(rawValue + step + all.count) % all.count]
    }
}
