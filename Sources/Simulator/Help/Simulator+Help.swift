extension Simulator {
    /// The keys that work now, grouped, from the tables by which they work.
    package var keyHelp: [KeyHelp] {
        if question != nil {
            return [
                KeyHelp([Key(.character("y")), Key(.enter)], "say yes to what the page asks", .acting),
                KeyHelp([Key(.character("n")), Key(.escape)], "say no to it", .acting),
            ]
        }
        if hints != nil {
            return [
                KeyHelp(keys: "letters", "press what has that label", .hints),
                KeyHelp([Key(.backspace)], "take a letter back", .hints),
                KeyHelp([Key(.escape)], "put the labels away", .hints),
            ]
        }
        let context = keyContext
        var help = PageKeyMap.rows.compactMap { row -> KeyHelp? in
            let keys = row.keys(in: context).filter { editingCommand(for: $0) == nil }
            return keys.isEmpty ? nil : KeyHelp(keys, row.does, row.group)
        }
        if context.focus.isText {
            let rows = EditingKeys.rows.filter { !$0.isForLines || context.focus == .textArea }
            help += rows.map { KeyHelp($0.keys, $0.does, .editing) }
        }
        return KeyHelp.Group.allCases.flatMap { group in help.filter { $0.group == group } }
    }
}
