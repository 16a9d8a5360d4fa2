import Simulator

/// The one table of the keys around the page: input acts by it, and help is made of it.
///
/// They come before the page's keys. A printable key only counts where it cannot be meant for a field.
enum PanelKeyMap {
    /// What the meaning of a key depends on.
    struct Context {
        /// Whether printable keys are text or the letters of a label.
        var takesPrintableKeys: Bool
        var showsInspector: Bool
        /// Whether there is a past to look at.
        var keepsHistory = false
        /// Whether something that was searched for is marked on the page.
        var hasSearch = false
        /// Whether there is something to copy.
        var hasCopyable = false
        /// Whether a link has the focus.
        var isOnLink = false
        /// Whether the focused field, or the page, has a use for the key that comes before rows that give way.
        var isTaken: (Key) -> Bool = { _ in false }
    }

    typealias Row = KeyRow<PanelAction>

    static let group = "Viewfinder"

    static let rows: [Row] =
        [
            Row(
                name: "app.help", keys: [Key(.character("?")), Key(.function(1))], action: .help, short: "help",
                does: "show the keys that work now"),
            Row(
                name: "app.inspector", keys: [Key(.function(12)), Key(.character("o"), .control)], action: .inspector,
                short: "inspect", does: "show or hide the inspector: what the views hold, elements, events"),
            Row(
                name: "inspector.focus", keys: [Key(.function(6)), Key(.character("i"), .alt)],
                action: .focusInspector, short: "keys here", does: "give the keys to the inspector, or back to the page"
            ),
            Row(
                name: "app.quit", keys: [Key(.character("q")), Key(.character("q"), .control)], action: .quit,
                short: "quit", does: "quit (ctrl+c too)"),
            Row(
                name: "app.past", keys: [Key(.character("t"), .alt), Key(.function(7))], action: .timeTravel,
                short: "past", does: "look at the page's past step by step, and go on from there"),
        ] + gettingAbout + [
            inspectorRow("line-up", .up, .lineUp, "scroll the inspector up"),
            inspectorRow("line-down", .down, .lineDown, "scroll the inspector down"),
            inspectorRow("page-up", .pageUp, .pageUp, "the inspector a page up"),
            inspectorRow("page-down", .pageDown, .pageDown, "the inspector a page down"),
            inspectorRow("top", .home, .top, "the inspector to its top"),
            inspectorRow("bottom", .end, .bottom, "the inspector to its bottom"),
            Row(
                name: "app.mouse", keys: [Key(.character("m")), Key(.function(9))], action: .mouse, short: "mouse",
                does: "leave the mouse to the terminal, to select and copy text, or take it back"),
            Row(
                name: "app.redraw", keys: [Key(.character("l"), .control)], action: .redraw, short: "redraw",
                does: "draw everything anew"),
            Row(
                name: "app.suspend", keys: [Key(.character("z"), .control)], action: .suspend, short: "suspend",
                does: "stop, until the shell's fg"),
        ]

    private static let gettingAbout: [Row] = [
        yielding("search.open", [character("/"), Key(.character("/"), .alt)], .search, "search", "search the page"),
        yielding("search.next", [character("n")], .searchNext, "next", "to the next hit"),
        yielding("search.previous", [character("N")], .searchPrevious, "before", "to the hit before"),
        yielding("search.end", [Key(.escape)], .endSearch, "end", "put the marks of the search away"),
        yielding(
            "app.palette", [character(":"), Key(.character("p"), .control)], .palette, "palette",
            "find an action, a page or a scenario by name"),
        yielding("select.begin", [character("v")], .select, "select", "select text by keys, to copy it"),
        yielding("copy.focused", [character("y")], .copy, "copy", "copy what has the focus"),
        yielding("copy.address", [character("o")], .copyAddress, "address", "show and copy the address of the link"),
        yielding(
            "app.picture", [character("p"), Key(.character("p"), .alt)], .picture, "picture",
            "write a picture of the terminal to a file"),
    ]

    private static func inspectorRow(_ name: String, _ code: Key.Code, _ step: ScrollStep, _ does: String) -> Row {
        Row(
            name: "inspector.\(name)", keys: [Key(code, .alt)], action: .scrollInspector(step), short: "scroll",
            does: does)
    }

    private static func yielding(
        _ name: String, _ keys: [Key], _ action: PanelAction, _ short: String, _ does: String
    ) -> Row {
        Row(name: name, keys: keys, action: action, short: short, does: does, givesWay: true)
    }

    private static func character(_ character: Character) -> Key { Key(.character(character)) }

    /// Even over the help and other things that take all keys, what quits and what repairs the screen works.
    static func worksAnywhere(_ key: Key) -> Bool { PanelKeys.standard.worksAnywhere(key) }
}

/// What the keys around the page do.
enum PanelAction: Hashable, Sendable {
    case quit
    case help
    case inspector
    case focusInspector
    case scrollInspector(ScrollStep)
    case timeTravel
    case mouse
    case redraw
    case suspend
    case search
    case searchNext
    case searchPrevious
    case endSearch
    case palette
    /// Selects text by keys.
    case select
    /// Copies what has the focus.
    case copy
    case copyAddress
    case picture
}

/// A way to scroll.
enum ScrollStep: Hashable, Sendable {
    case lineUp, lineDown, pageUp, pageDown, top, bottom
}

extension ScrollStep {
    /// The step that a key usually means; nil for keys that scroll nothing.
    init?(key: Key) {
        guard key.modifiers.isEmpty else { return nil }
        switch key.code {
        case .up: self = .lineUp
        case .down: self = .lineDown
        case .pageUp: self = .pageUp
        case .pageDown: self = .pageDown
        case .home: self = .top
        case .end: self = .bottom
        case .character, .enter, .tab, .escape, .backspace, .delete, .insert, .left, .right, .function: return nil
        }
    }
}
