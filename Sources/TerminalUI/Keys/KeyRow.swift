import Simulator

/// A row of a table of keys: input acts by it, and help is made of it.
struct KeyRow<Action: Hashable & Sendable>: Sendable {
    /// What a person's own map of keys calls it; empty in tables that nobody changes.
    var name = ""
    var keys: [Key]
    var action: Action
    /// For the status line, in one or two words.
    var short: String
    /// For the help.
    var does: String
    /// Whether a field that has a use for the key, and a page that listens to it, come first.
    var givesWay = false

    /// - Parameters:
    ///   - keys: Those of its keys that work now.
    ///   - does: What it does now, where that is more than the table says.
    func helpLine(of keys: [Key], in group: String, does: String? = nil) -> HelpLine? {
        guard !keys.isEmpty else { return nil }
        return HelpLine(keys: keys.map(\.name).joined(separator: " "), does: does ?? self.does, group: group)
    }

    /// The row in a status line, by its first key.
    ///
    /// - Parameter keys: Those of its keys that work now.
    func statusEntry(of keys: [Key], in group: String) -> HelpLine? {
        keys.first.map { HelpLine(keys: $0.name, does: short, group: group) }
    }
}

extension KeyRow {
    /// What the keys of help, of the end, and of the terminal itself do in every table.
    static func ofEveryTable(help: Action, quit: Action, redraw: Action, suspend: Action) -> [KeyRow] {
        [
            KeyRow(
                name: "app.help", keys: [Key(.character("?")), Key(.function(1))], action: help, short: "help",
                does: "show the keys that work now"),
            KeyRow(
                name: "app.quit", keys: [Key(.character("q")), Key(.character("q"), .control)], action: quit,
                short: "quit",
                does: "quit (ctrl+c too)"),
            KeyRow(
                name: "app.redraw", keys: [Key(.character("l"), .control)], action: redraw, short: "redraw",
                does: "draw everything anew"),
            KeyRow(
                name: "app.suspend", keys: [Key(.character("z"), .control)], action: suspend, short: "suspend",
                does: "stop, until the shell's fg"),
        ]
    }
}
