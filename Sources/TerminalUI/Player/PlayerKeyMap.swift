import Simulator

/// The one table of the keys of the player.
enum PlayerKeyMap {
    typealias Row = KeyRow<PlayerAction>

    static let group = "Playing"

    static let rows: [Row] =
        [
            Row(keys: [Key(.character(" "))], action: .playOrPause, short: "play", does: "play, or pause"),
            Row(
                keys: [Key(.right), Key(.character("."))], action: .step(1), short: "step",
                does: "step forward"),
            Row(keys: [Key(.left), Key(.character(","))], action: .step(-1), short: "back", does: "step back"),
            Row(keys: [Key(.home)], action: .first, short: "first", does: "to the first step"),
            Row(keys: [Key(.end)], action: .last, short: "last", does: "to the last step"),
            Row(keys: [Key(.character("e"))], action: .failure, short: "failure", does: "to the step that failed"),
            Row(
                keys: [Key(.character("n"))], action: .nextCase, short: "next case",
                does: "to the next case of the file"),
            Row(
                keys: [Key(.character("p"))], action: .previousCase, short: "case before",
                does: "to the case before"),
            Row(
                keys: [Key(.enter)], action: .goOn, short: "go on by hand",
                does: "work the page by hand, as it is after the last step"),
            Row(
                keys: [Key(.character("i")), Key(.function(12)), Key(.character("o"), .control)], action: .inspector,
                short: "inspect", does: "show or hide what the view held, and what happened since the step before"),
            Row(keys: [Key(.character("l"))], action: .list, short: "steps", does: "show or hide the steps"),
            Row(
                keys: [Key(.up)], action: .scrollPicture(rows: -1, columns: 0), short: "up",
                does: "scroll the picture up"),
            Row(
                keys: [Key(.down)], action: .scrollPicture(rows: 1, columns: 0), short: "down",
                does: "scroll the picture down"),
            Row(
                keys: [Key(.left, .shift), Key(.character("<"))], action: .scrollPicture(rows: 0, columns: -8),
                short: "left", does: "scroll the picture to the left"),
            Row(
                keys: [Key(.right, .shift), Key(.character(">"))], action: .scrollPicture(rows: 0, columns: 8),
                short: "right", does: "scroll the picture to the right"),
            Row(
                keys: [Key(.pageUp)], action: .scrollText(.pageUp), short: "text up",
                does: "the steps, or the inspector, a page up"),
            Row(
                keys: [Key(.pageDown)], action: .scrollText(.pageDown), short: "text down",
                does: "the steps, or the inspector, a page down"),
            Row(
                keys: [Key(.up, .alt)], action: .scrollText(.lineUp), short: "text up",
                does: "scroll the steps, or the inspector, up"),
            Row(
                keys: [Key(.down, .alt)], action: .scrollText(.lineDown), short: "text down",
                does: "scroll the steps, or the inspector, down"),
        ] + Row.ofEveryTable(help: .help, quit: .quit, redraw: .redraw, suspend: .suspend)

    static func action(for key: Key) -> PlayerAction? { rows.first { $0.keys.contains(key) }?.action }

    static func keys(for action: PlayerAction) -> [Key] { rows.first { $0.action == action }?.keys ?? [] }

    /// The lines of the help, but for those that do nothing now.
    static func help(without idle: Set<PlayerAction>) -> [HelpLine] {
        rows.filter { !idle.contains($0.action) }.compactMap { row in
            row.helpLine(of: row.keys, in: row.action.group)
        }
    }

    /// What the status line shows of some actions.
    static func statusEntries(of actions: [PlayerAction]) -> [HelpLine] {
        actions.compactMap { action in
            rows.first { $0.action == action }.flatMap { $0.statusEntry(of: $0.keys, in: group) }
        }
    }
}

/// What the keys of the player do.
enum PlayerAction: Hashable, Sendable {
    case playOrPause
    /// So many steps forward, or back.
    case step(Int)
    case first, last
    case failure
    case nextCase, previousCase
    case goOn
    case inspector
    case list
    case scrollPicture(rows: Int, columns: Int)
    /// The steps, or the inspector while it is shown.
    case scrollText(ScrollStep)
    case help, quit, redraw, suspend

    /// What it is listed under in the help.
    fileprivate var group: String {
        switch self {
        case .playOrPause, .step, .first, .last, .failure, .nextCase, .previousCase, .goOn: PlayerKeyMap.group
        case .inspector, .list, .scrollPicture, .scrollText: "Looking"
        case .help, .quit, .redraw, .suspend: PanelKeyMap.group
        }
    }
}
