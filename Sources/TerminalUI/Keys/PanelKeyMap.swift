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
    }

    typealias Row = KeyRow<PanelAction>

    static let group = "Viewfinder"

    static let rows: [Row] = [
        Row(
            keys: [Key(.character("?")), Key(.function(1))], action: .help, short: "help",
            does: "show the keys that work now"),
        Row(
            keys: [Key(.function(12)), Key(.character("o"), .control)], action: .inspector, short: "inspect",
            does: "show or hide the inspector: what the views hold, elements, events"),
        Row(
            keys: [Key(.function(6)), Key(.character("i"), .alt)], action: .focusInspector, short: "keys here",
            does: "give the keys to the inspector, or back to the page"),
        Row(
            keys: [Key(.character("q")), Key(.character("q"), .control)], action: .quit, short: "quit",
            does: "quit (ctrl+c too)"),
        Row(
            keys: [Key(.character("t"), .alt), Key(.function(7))], action: .timeTravel, short: "past",
            does: "look at the page's past step by step, and go on from there"),
        inspectorRow(.up, .lineUp, "scroll the inspector up"),
        inspectorRow(.down, .lineDown, "scroll the inspector down"),
        inspectorRow(.pageUp, .pageUp, "the inspector a page up"),
        inspectorRow(.pageDown, .pageDown, "the inspector a page down"),
        inspectorRow(.home, .top, "the inspector to its top"),
        inspectorRow(.end, .bottom, "the inspector to its bottom"),
        Row(
            keys: [Key(.character("m")), Key(.function(9))], action: .mouse, short: "mouse",
            does: "leave the mouse to the terminal, to select and copy text, or take it back"),
        Row(keys: [Key(.character("l"), .control)], action: .redraw, short: "redraw", does: "draw everything anew"),
        Row(
            keys: [Key(.character("z"), .control)], action: .suspend, short: "suspend",
            does: "stop, until the shell's fg"),
    ]

    private static func inspectorRow(_ code: Key.Code, _ step: ScrollStep, _ does: String) -> Row {
        Row(keys: [Key(code, .alt)], action: .scrollInspector(step), short: "scroll", does: does)
    }

    /// What a key does here; nil when it is the page's.
    static func action(for key: Key, in context: Context) -> PanelAction? {
        rows.first { keys(of: $0, in: context).contains(key) }?.action
    }

    private static func keys(of row: Row, in context: Context) -> [Key] {
        switch row.action {
        case .scrollInspector, .focusInspector: if !context.showsInspector { return [] }
        case _: break
        }
        if row.action == .timeTravel, !context.keepsHistory { return [] }
        return row.keys.filter { $0.character == nil || !context.takesPrintableKeys }
    }

    static let quitsAnywhere = Key(.character("q"), .control)

    /// Even over the help and other things that take all keys, what quits and what repairs the screen works.
    static func worksAnywhere(_ key: Key) -> Bool {
        key.modifiers == .control && [.character("q"), .character("l"), .character("z")].contains(key.code)
    }

    /// The keys that do something here.
    static func keys(for action: PanelAction, in context: Context) -> [Key] {
        rows.filter { $0.action == action }.flatMap { keys(of: $0, in: context) }
    }

    static func help(in context: Context) -> [HelpLine] {
        rows.compactMap { $0.helpLine(of: keys(of: $0, in: context), in: group) }
    }

    /// What the status line always shows, by its first key.
    static func essentials(in context: Context) -> [HelpLine] {
        let shown: [PanelAction] = [.help, .inspector, .quit]
        return rows.filter { shown.contains($0.action) }.compactMap {
            $0.statusEntry(of: keys(of: $0, in: context), in: group)
        }
    }
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
