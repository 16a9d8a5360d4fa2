import Simulator

/// The one table of the keys of the time line: input acts by it, and help is made of it.
enum TimeLineKeyMap {
    static let group = "Time travel"

    static let rows: [KeyRow<TimeLineAction>] = [
        row([Key(.left)], .before, "before", "the moment before"),
        row([Key(.right)], .after, "after", "the moment after"),
        row([Key(.enter), Key(.character("g"))], .goOn, "go on", "go on from here, and make it the present again"),
        row([Key(.character("c"))], .marks, "changes", "mark what changed, on the page, against the moment before"),
        row([Key(.tab)], .content, "state", "tell all that the views held, or what of it changed"),
        row([Key(.home)], .first, "first", "the first moment that is kept"),
        row([Key(.end)], .last, "last", "the newest moment"),
        row([Key(.up)], .scrollPicture(-1), "up", "scroll the page as it was up"),
        row([Key(.down)], .scrollPicture(1), "down", "scroll the page as it was down"),
        row([Key(.pageUp)], .scrollText(-4), "text up", "scroll what is told of it up"),
        row([Key(.pageDown)], .scrollText(4), "text down", "scroll what is told of it down"),
        row([Key(.escape), Key(.character("t"), .alt)], .leave, "present", "back to the present"),
    ]

    private static func row(
        _ keys: [Key], _ action: TimeLineAction, _ short: String, _ does: String
    ) -> KeyRow<TimeLineAction> {
        KeyRow(keys: keys, action: action, short: short, does: does)
    }
}

/// What the keys of the time line do.
enum TimeLineAction: Hashable, Sendable {
    case before, after, first, last
    case marks
    case content
    case scrollPicture(Int)
    case scrollText(Int)
    case goOn
    case leave
}
