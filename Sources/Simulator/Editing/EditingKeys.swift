/// The keys of text fields: those of the common line editors of terminals, beside the usual ones.
///
/// As `ctrl+z` suspends a program and `ctrl+a` goes to the start of a line, undo is `ctrl+/` (which most terminals send as
/// `ctrl+_`), redo is the same with `alt`, and `alt+a` selects all.
package enum EditingKeys {
    /// One row of the table: keys that do the same.
    package struct Row: Sendable {
        package let keys: [Key]
        package let command: EditCommand
        /// What it does, for help.
        package let does: String
        /// Whether it has a use only in fields of several lines.
        package let isForLines: Bool
    }

    /// What a key does in a text field; nil when the field has no use for it.
    package static func command(for key: Key, isMultiline: Bool) -> EditCommand? {
        if let character = key.character { return .insert(String(character)) }
        guard let place = places[key], isMultiline || !rows[place].isForLines else { return nil }
        return rows[place].command
    }

    private static let places: [Key: Int] = rows.indices.reduce(into: [:]) { places, place in
        for key in rows[place].keys { places[key] = place }
    }

    package static let rows: [Row] = [
        row([Key(.left), control("b")], .move(.left), "left"),
        row([Key(.right), control("f")], .move(.right), "right"),
        row([Key(.left, .control), Key(.left, .alt), alt("b")], .move(.wordLeft), "a word left"),
        row([Key(.right, .control), Key(.right, .alt), alt("f")], .move(.wordRight), "a word right"),
        row([Key(.home), control("a")], .move(.lineStart), "start of the line"),
        row([Key(.end), control("e")], .move(.lineEnd), "end of the line"),
        row([Key(.up), control("p")], .move(.up), "a line up", isForLines: true),
        row([Key(.down), control("n")], .move(.down), "a line down", isForLines: true),
        row([Key(.home, .control), alt("<")], .move(.textStart), "start of the text", isForLines: true),
        row([Key(.end, .control), alt(">")], .move(.textEnd), "end of the text", isForLines: true),
        row([Key(.backspace), control("h"), Key(.backspace, .shift)], .delete(.left), "delete back"),
        row([Key(.delete), control("d")], .delete(.right), "delete forward"),
        row([Key(.backspace, .alt), Key(.backspace, .control)], .kill(.wordLeft), "delete a word back"),
        row([alt("d"), Key(.delete, .control), Key(.delete, .alt)], .kill(.wordRight), "delete a word forward"),
        row([control("w")], .kill(.blankLeft), "delete back to a blank"),
        row([control("k")], .kill(.lineEnd), "delete to the end of the line"),
        row([control("u")], .kill(.lineStart), "delete to the start of the line"),
        row([control("y")], .yank, "insert what was deleted"),
        row([control("/"), control("_")], .undo, "undo"),
        row([alt("/"), alt("_")], .redo, "redo"),
        row([alt("a")], .selectAll, "select all"),
    ]

    private static func row(
        _ keys: [Key], _ command: EditCommand, _ does: String, isForLines: Bool = false
    ) -> Row {
        Row(keys: keys, command: command, does: does, isForLines: isForLines)
    }

    private static func control(_ character: Character) -> Key { Key(.character(character), .control) }

    private static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}
