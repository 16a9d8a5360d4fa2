/// What a keystroke or a paste does to the text of a field.
package enum EditCommand: Hashable, Sendable {
    /// Writes in place of the selection. In fields of one line, line ends become blanks.
    case insert(String)
    /// Writes in place of the selection, and is always taken back in one piece.
    case paste(String)
    case move(Motion)
    /// Removes the selection, or what lies between the caret and where the motion leads.
    case delete(Motion)
    /// Removes like `delete` and keeps what was removed, to be yanked. Kills in a row are kept together.
    case kill(Motion)
    /// Writes what was killed last.
    case yank
    case undo, redo
    case selectAll
}
