import HTMLTree
import LiveClient

/// A cursor on the rows of lists and tables that something can be done with, for rows that Tab does not stop at, too.
final class RowCursor {
    private let page: OpenPage
    /// The row that it is on; it may have left the page meanwhile.
    private var row: NodeID?
    /// Whether rows in view can be acted on, for a layout and what is in view of it.
    private var known: (layoutNumber: Int, shown: Range<Int>, hasRows: Bool)?

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    /// The row that it is on; nil while there is none.
    var shown: NodeID? {
        guard let row, document.isAlive(row), document.isConnected(row), page.isDisplayed(row) else { return nil }
        return row
    }

    var isShown: Bool { shown != nil }

    func leave() { row = nil }

    /// Forgets what belongs to the page before.
    func startAnew() {
        row = nil
        known = nil
    }

    /// Whether a row in view can be acted on.
    var hasRowsInView: Bool {
        let (number, shown) = (page.window.currentLayoutNumber, page.window.shownRows)
        if let known, known.layoutNumber == number, known.shown == shown { return known.hasRows }
        let hasRows = page.window.elementsInView.contains { isRow($0) && target(in: $0) != nil }
        known = (number, shown, hasRows)
        return hasRows
    }

    /// Goes to the row after or before the one it is on, else to the one around the focus, else to the first in view.
    ///
    /// - Returns: The row and what can be pressed in it first; nil when there is none in that direction.
    func move(isBackward: Bool) -> (row: NodeID, target: NodeID)? {
        let top = page.reachableTop
        guard let start = shown ?? document.activeElement.flatMap(rowAround) else {
            let rows = page.window.elementsInView.filter { isRow($0) && document.contains(top, $0) }
            for candidate in isBackward ? rows.reversed() : rows {
                if let target = target(in: candidate) { return take(candidate, target) }
            }
            return nil
        }
        var next = isBackward ? nodeBefore(start, below: top) : nodeBehind(start, below: top)
        while let node = next {
            if isRow(node), page.isDisplayed(node), let target = target(in: node) { return take(node, target) }
            next = isBackward ? nodeBefore(node, below: top) : nodeBehind(node, below: top)
        }
        return nil
    }

    private func take(_ row: NodeID, _ target: NodeID) -> (row: NodeID, target: NodeID) {
        self.row = row
        return (row, target)
    }

    /// What can be pressed in a row first: the row itself, or something in it that is in no row within.
    func target(in row: NodeID) -> NodeID? {
        var next: NodeID? = row
        while let node = next {
            let isInner = node != row && isRow(node)
            if !isInner, document.isElement(node), isTarget(node), page.isDisplayed(node) { return node }
            next = isInner ? nil : document.firstChild(of: node)
            if next == nil { next = document.nodeAfter(node, below: row) }
        }
        return nil
    }

    private func isTarget(_ node: NodeID) -> Bool {
        guard !document.isDisabled(node), document.name(of: node) != "label" else { return false }
        return page.client.isClickable(node) || document.isFocusable(node)
    }

    private func rowAround(_ node: NodeID) -> NodeID? {
        ([node] + document.ancestors(of: node)).first(where: isRow)
    }

    /// Whether an element is a row of a table's body, or an item of a list that does not only lead elsewhere.
    private func isRow(_ node: NodeID) -> Bool {
        guard document.isElement(node) else { return false }
        switch document.name(of: node) {
        case "tr": return document.parent(of: node).map(document.name) != "thead"
        case "li": return !document.ancestors(of: node).contains { document.name(of: $0) == "nav" }
        case _: return false
        }
    }

    private func nodeBehind(_ node: NodeID, below top: NodeID) -> NodeID? {
        document.firstChild(of: node) ?? document.nodeAfter(node, below: top)
    }

    private func nodeBefore(_ node: NodeID, below top: NodeID) -> NodeID? {
        guard node != top else { return nil }
        guard var last = document.previousSibling(of: node) else { return document.parent(of: node) }
        while let child = document.lastChild(of: last) { last = child }
        return last
    }
}

extension Simulator {
    /// The row of a list or table that the cursor is on; nil while there is none.
    package var currentRow: NodeID? { rowCursor.shown }

    /// Moves the cursor to another row: what can have the focus in it gets it.
    func moveRow(isBackward: Bool) {
        guard let (row, target) = rowCursor.move(isBackward: isBackward) else { return }
        if document.isFocusable(target) {
            client.focus(target)
        } else {
            client.blur()
        }
        if document.isAlive(row) { reveal(row) }
    }

    /// Presses what can be pressed first in the row under the cursor.
    func pressRow() {
        guard let row = rowCursor.shown, let target = rowCursor.target(in: row) else { return }
        page.tell(.press(target))
        page.clickByMouse(target)
    }
}
