import Simulator

/// One line of help: keys, and what they do.
struct HelpLine: Hashable {
    /// Names of keys divided by blanks, the one to show where there is room for one first.
    var keys: String
    var does: String
    var group: String

    /// The one key to show where there is room for one.
    var firstKey: String { keys.split(separator: " ").first.map(String.init) ?? keys }
}

extension HelpLine {
    init(_ help: KeyHelp) {
        self.init(keys: help.keys, does: help.does, group: help.group.title)
    }
}
