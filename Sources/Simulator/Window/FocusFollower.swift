import HTMLTree

/// Decides when the focus is to be scrolled into view: when it or its caret moved, or when it was in view and the page
/// under it shifted; not when the person scrolled away from it.
struct FocusFollower {
    private var node: NodeID?
    private var selection: Range<Int>?
    private var wasInView = false

    /// Scrolls the focused element into view if it is to be.
    mutating func keep(in window: PageWindow) {
        let document = window.document
        let node = document.activeElement
        let selection = node.flatMap(document.selection(of:))
        let hasMoved = node != self.node || selection != self.selection
        self.node = node
        self.selection = selection
        guard let node, let rows = window.rows(of: node) else {
            wasInView = false
            return
        }
        let caretRows = window.caret.map { $0.row..<$0.row + 1 }
        if hasMoved || wasInView {
            window.reveal(rows)
            if let caretRows { window.reveal(caretRows) }
        }
        wasInView = window.shownRows.overlaps(caretRows ?? rows)
    }

    /// The person scrolls: the focus may leave the view.
    mutating func release() { wasInView = false }
}
