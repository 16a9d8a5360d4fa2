/// The keys of the lists in front of the page.
extension SelectList {
    var keyHelp: [KeyHelp] {
        let filter =
            filters
            ? KeyHelp(keys: "letters", "filter the list", .choosing)
            : KeyHelp(keys: "letters", "the option that begins so", .choosing)
        let take =
            isMultiple
            ? [
                KeyHelp([Key(.enter)], "take what is ticked", .acting),
                KeyHelp([Key(.character(" "))], "tick or untick", .acting),
            ]
            : [KeyHelp([Key(.enter), Key(.character(" "))], "take the option", .acting)]
        return take + [
            KeyHelp([Key(.down), Key(.up)], "choose among options", .choosing), filter,
            KeyHelp([Key(.home), Key(.end)], "first and last option", .choosing),
            KeyHelp([Key(.pageDown), Key(.pageUp)], "a page of options on or back", .choosing),
            KeyHelp([Key(.escape)], "leave all as it was", .moving),
        ]
    }
}

extension Suggestions {
    /// The keys of what is offered; nil where the field has nothing to offer.
    var keyHelp: [KeyHelp]? {
        guard isOpen else {
            return haveSource ? [KeyHelp([Key(.down)], "show what is offered", .choosing)] : nil
        }
        let move = KeyHelp([Key(.down), Key(.up)], "choose among what is offered", .choosing)
        let close = KeyHelp([Key(.escape)], "close the list", .moving)
        return hasCurrent ? [KeyHelp([Key(.enter)], "take it", .acting), move, close] : [move, close]
    }
}

extension [KeyHelp] {
    /// Whether a key of one of these is among the keys of another.
    func overlap(_ other: KeyHelp) -> Bool {
        let keys = Set(flatMap { $0.keys.split(separator: " ") })
        return other.keys.split(separator: " ").contains(where: keys.contains)
    }
}
