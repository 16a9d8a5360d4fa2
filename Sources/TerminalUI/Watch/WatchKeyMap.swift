import Simulator

/// The one table of the keys while scenarios are watched.
enum WatchKeyMap {
    typealias Row = KeyRow<WatchAction>

    static let group = "Watching"

    static let rows: [Row] =
        [
            Row(keys: [Key(.character("a"))], action: .command(.runAll), short: "all", does: "run all cases"),
            Row(
                keys: [Key(.character("f"))], action: .command(.runFailed), short: "failed",
                does: "run the cases that failed"),
            Row(
                keys: [Key(.character("u"))], action: .command(.updateSnapshots), short: "write snapshots",
                does: "write the snapshots that differ, and run the cases that failed"),
            Row(
                keys: [Key(.character("p"))], action: .askForName, short: "name",
                does: "run only cases with something in their name"),
            Row(
                keys: [Key(.enter)], action: .command(.runAgain), short: "again", does: "run the cases of the last run"),
            scrollRow(.up, .lineUp, "scroll up"), scrollRow(.down, .lineDown, "scroll down"),
            scrollRow(.pageUp, .pageUp, "a page up"), scrollRow(.pageDown, .pageDown, "a page down"),
            scrollRow(.home, .top, "to the top"), scrollRow(.end, .bottom, "to the bottom"),
        ] + Row.ofEveryTable(help: .help, quit: .quit, redraw: .redraw, suspend: .suspend)

    private static func scrollRow(_ code: Key.Code, _ step: ScrollStep, _ does: String) -> Row {
        Row(keys: [Key(code)], action: .scroll(step), short: "scroll", does: does)
    }

    static func action(for key: Key) -> WatchAction? { rows.first { $0.keys.contains(key) }?.action }

    static var quitKeys: [Key] { rows.first { $0.action == .quit }?.keys ?? [] }

    static var help: [HelpLine] { rows.compactMap { $0.helpLine(of: $0.keys, in: $0.action.group) } }

    /// What the status line shows of some actions.
    static func statusEntries(of actions: [WatchAction]) -> [HelpLine] {
        actions.compactMap { action in
            rows.first { $0.action == action }.flatMap { $0.statusEntry(of: $0.keys, in: group) }
        }
    }
}

/// What the keys do while scenarios are watched.
enum WatchAction: Hashable, Sendable {
    case command(WatchCommand)
    case askForName
    case scroll(ScrollStep)
    case help, quit, redraw, suspend

    /// What it is listed under in the help.
    fileprivate var group: String {
        switch self {
        case .command, .askForName, .scroll: WatchKeyMap.group
        case .help, .quit, .redraw, .suspend: PanelKeyMap.group
        }
    }
}
