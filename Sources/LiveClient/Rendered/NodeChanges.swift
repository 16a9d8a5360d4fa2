/// What diffs changed in a node since it was last shown.
struct NodeChanges {
    /// The dynamics that are others, or in whose nodes something changed.
    var dynamics: [Int] = []
    /// What changed in the rows of a list; nil when nothing did.
    var rows: RowChanges?

    mutating func add(dynamic index: Int) {
        if dynamics.last != index, !dynamics.contains(index) { dynamics.append(index) }
    }
}

/// What changed in the rows of a list since it was last shown.
enum RowChanges {
    case edits(RowEdits)
    /// The rows are to be shown anew, whatever they were; those that are gone may still be on the page.
    case all(gone: [RenderedNode])

    /// The rows that were shown and are not in the list any more.
    var gone: [RenderedNode] {
        switch self {
        case .edits(let edits): edits.displaced
        case .all(let gone): gone
        }
    }
}

/// Which rows of a list changed.
struct RowEdits {
    /// Rows that are the same ones as before, in which something changed.
    var updated: [RenderedNode] = []
    /// The places at which another row stands than before, in ascending order.
    var placed: [Int] = []
    /// The rows that stood at such places or beyond the end; some of them may stand elsewhere now.
    var displaced: [RenderedNode] = []
}
