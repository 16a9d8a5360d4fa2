import HTMLTree
import TextLayout

/// Labels on the elements in view, whatever they do, so that one of them can be picked to be looked at.
final class ElementLabels {
    private let page: OpenPage
    /// What is shown; nil while there are none.
    private(set) var mode: HintMode?

    init(of page: OpenPage) { self.page = page }

    func show() {
        let elements = elementsInView
        mode = elements.isEmpty ? nil : HintMode(targets: elements)
    }

    func hide() { mode = nil }

    /// Takes a key while labels are shown.
    func press(_ key: Key) -> PickOutcome {
        guard mode != nil else { return .ended }
        switch key.code {
        case .backspace:
            if mode?.takeBack() != true { hide() }
        case .character(let letter) where key.modifiers.isEmpty:
            if let node = mode?.type(letter) {
                hide()
                return .picked(node)
            }
        case .character, .enter, .tab, .escape, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .function:
            hide()
        }
        return mode == nil ? .ended : .open
    }

    /// What is seen in the frame and what that is in, found by the frame's cells, so that the page may be of any length. Of
    /// elements that begin at the same cell the innermost stands for all; the others are around it.
    private var elementsInView: [NodeID] {
        let window = page.window
        let frame = window.frame()
        var seen: Set<NodeID> = []
        for row in 0..<window.size.rows {
            let cells = frame.row(row)
            var column = 0
            while column < cells.count {
                defer { column += 1 }
                // A blank like the one before it is of the same element.
                if column > 0, cells[column].text == " ", cells[column] == cells[column - 1] { continue }
                let position = Position(column: column, row: row)
                guard let found = window.node(at: position) else { continue }
                var next: NodeID? = found
                while let node = next, page.document.isElement(node), seen.insert(node).inserted {
                    next = page.document.parent(of: node)
                }
                // In a text without elements there is nothing more to find.
                guard !page.document.children(of: found).contains(where: page.document.isElement) else { continue }
                let onPage = window.onPage(position)
                if let text = window.rectangles(of: found).first(where: { $0.contains(onPage) }) {
                    column = text.columns.upperBound - 1
                }
            }
        }
        var firsts: [Position: NodeID] = [:]
        for node in seen {
            guard let place = window.rectangles(of: node).first?.origin, window.shownRows.contains(place.row)
            else { continue }
            if let other = firsts[place], page.document.contains(node, other) { continue }
            firsts[place] = node
        }
        return firsts.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map(\.value)
    }
}

/// What came of a key while elements are labelled to be picked.
package enum PickOutcome: Hashable, Sendable {
    case open
    case ended
    case picked(NodeID)
}
