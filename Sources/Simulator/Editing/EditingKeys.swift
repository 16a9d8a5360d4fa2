/// The keys of text fields: those of the common line editors of terminals, beside the usual ones.
///
/// As `ctrl+z` suspends a program and `ctrl+a` goes to the start of a line, undo is `ctrl+/` (which most terminals send as
/// `ctrl+_`), redo is the same with `alt`, and `alt+a` selects all.
package enum EditingKeys {
    /// One row of the table: keys that do the same.
    package struct Row: Sendable {
        /// What a person's own map of keys calls it.
        package let name: String
        package internal(set) var keys: [Key]
        package let command: EditCommand
        /// What it does, for help.
        package let does: String
        /// Whether it has a use only in fields of several lines.
        package let isForLines: Bool
    }

    /// What a key does in a text field; nil when the field has no use for it.
    package static func command(for key: Key, isMultiline: Bool) -> EditCommand? {
        FieldKeys.standard.command(for: key, isMultiline: isMultiline)
    }

    package static let rows: [Row] = [
        row("edit.left", [Key(.left), control("b")], .move(.left), "left"),
        row("edit.right", [Key(.right), control("f")], .move(.right), "right"),
        row("edit.word-left", [Key(.left, .control), Key(.left, .alt), alt("b")], .move(.wordLeft), "a word left"),
        row(
            "edit.word-right", [Key(.right, .control), Key(.right, .alt), alt("f")], .move(.wordRight), "a word right"),
        row("edit.line-start", [Key(.home), control("a")], .move(.lineStart), "start of the line"),
        row("edit.line-end", [Key(.end), control("e")], .move(.lineEnd), "end of the line"),
        row("edit.line-up", [Key(.up), control("p")], .move(.up), "a line up", isForLines: true),
        row("edit.line-down", [Key(.down), control("n")], .move(.down), "a line down", isForLines: true),
        row(
            "edit.text-start", [Key(.home, .control), alt("<")], .move(.textStart), "start of the text",
            isForLines: true),
        row("edit.text-end", [Key(.end, .control), alt(">")], .move(.textEnd), "end of the text", isForLines: true),
        row(
            "edit.delete-back", [Key(.backspace), control("h"), Key(.backspace, .shift)], .delete(.left), "delete back"),
        row("edit.delete-forward", [Key(.delete), control("d")], .delete(.right), "delete forward"),
        row(
            "edit.delete-word-back", [Key(.backspace, .alt), Key(.backspace, .control)], .kill(.wordLeft),
            "delete a word back"),
        row(
            "edit.delete-word-forward", [alt("d"), Key(.delete, .control), Key(.delete, .alt)], .kill(.wordRight),
            "delete a word forward"),
        row("edit.delete-to-blank", [control("w")], .kill(.blankLeft), "delete back to a blank"),
        row("edit.delete-to-line-end", [control("k")], .kill(.lineEnd), "delete to the end of the line"),
        row("edit.delete-to-line-start", [control("u")], .kill(.lineStart), "delete to the start of the line"),
        row("edit.insert-deleted", [control("y")], .yank, "insert what was deleted"),
        row("edit.undo", [control("/"), control("_")], .undo, "undo"),
        row("edit.redo", [alt("/"), alt("_")], .redo, "redo"),
        row("edit.select-all", [alt("a")], .selectAll, "select all"),
    ]

    private static func row(
        _ name: String, _ keys: [Key], _ command: EditCommand, _ does: String, isForLines: Bool = false
    ) -> Row {
        Row(name: name, keys: keys, command: command, does: does, isForLines: isForLines)
    }

    private static func control(_ character: Character) -> Key { Key(.character(character), .control) }

    private static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}

/// The table of the keys of text fields, with the keys that a person gave to its commands.
package struct FieldKeys: Sendable {
    /// The table as it is.
    package static let standard = FieldKeys(.standard)

    package let rows: [EditingKeys.Row]
    private let places: [Key: Int]

    package init(_ map: KeyMap) {
        rows = EditingKeys.rows.map { row in
            var row = row
            row.keys = map.keys(of: row.name, standard: row.keys)
            return row
        }
        places = rows.indices.reduce(into: [:]) { [rows] places, place in
            for key in rows[place].keys { places[key] = place }
        }
    }

    /// What a key does in a text field; nil when the field has no use for it.
    package func command(for key: Key, isMultiline: Bool) -> EditCommand? {
        if let character = key.character { return .insert(String(character)) }
        guard let place = places[key], isMultiline || !rows[place].isForLines else { return nil }
        return rows[place].command
    }
}
