import HTMLTree

/// The column that moving up and down in a text area returns to after shorter lines.
struct LineWalk {
    private var last: (field: NodeID, caret: Int, column: Int)?

    /// The column to return to; nil when the caret is not where the last move up or down left it.
    func column(in field: NodeID, caret: Int) -> Int? {
        guard let last, last.field == field, last.caret == caret else { return nil }
        return last.column
    }

    mutating func keep(_ column: Int, in field: NodeID, caret: Int) { last = (field, caret, column) }
}
