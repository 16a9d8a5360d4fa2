import HTMLTree
import LiveClient
import TextLayout

/// The window onto one page: its layout, what part of it is shown, and the picture of that.
///
/// Laying out and painting wait until somebody asks, and are not done again while nothing changed.
final class PageWindow {
    let document: Document
    private let layout: PageLayout
    private(set) var size: Size
    /// The first row of the page that is shown.
    private(set) var scrollRow = 0

    /// The key labels drawn on elements.
    private var marks: [NodeID: Mark] = [:]
    /// The document's revision and the width that the layout is of.
    private var laidOut: (revision: UInt64, columns: Int)?
    /// How often the page was laid out.
    private(set) var layoutNumber = 0
    private var painted: Frame?
    private var knownText: PageText?
    /// What is shown although it is scrolled out of view.
    private var pins: [Pin] = []
    /// What stands in front of all else.
    private var front: NodeID?
    /// How many more there are that have no room.
    private var unpinned = 0

    init(document: Document, size: Size) {
        self.document = document
        self.size = size
        layout = PageLayout(document: document, rules: .liveView)
    }

    /// Shows the page with the style sheets that its links name.
    func use(linkedSheets: [NodeID: String]) {
        if layout.use(linkedSheets: linkedSheets) { laidOut = nil }
    }

    /// Answers media queries by what is known of the terminal.
    ///
    /// - Returns: Whether that is something else than before.
    func use(media: MediaFeatures) -> Bool {
        guard layout.use(media: media) else { return false }
        laidOut = nil
        return true
    }

    /// The rows of the whole page.
    var pageHeight: Int {
        update()
        return layout.height
    }

    /// The rows of the page that are shown.
    var shownRows: Range<Int> { scrollRow..<scrollRow + max(0, size.rows) }

    /// Whether styles let an element and all above it be shown.
    func isDisplayed(_ node: NodeID) -> Bool { layout.isDisplayed(node) }

    /// Where an element is on the page.
    func rectangles(of node: NodeID) -> [Rect] {
        update()
        return layout.rectangles(of: node)
    }

    /// The rows of the page that an element is in; nil when it has none.
    func rows(of node: NodeID) -> Range<Int>? {
        let rectangles = rectangles(of: node).filter { $0.size.rows > 0 }
        guard let first = rectangles.first else { return nil }
        return rectangles.reduce(first.rows) {
            min($0.lowerBound, $1.rows.lowerBound)..<max($0.upperBound, $1.rows.upperBound)
        }
    }

    /// What the cascade decided about an element and why.
    func styleReport(of node: NodeID) -> StyleReport? {
        update()
        return layout.styleReport(of: node)
    }

    /// What of the page's styles means nothing here.
    var ignoredDeclarations: IgnoredDeclarations { layout.ignoredDeclarations() }

    /// The elements that the page's style sheets come from, in their order.
    var sheetElements: [NodeID] { layout.sheetElements }

    /// Where the caret is on the page.
    var caret: Position? {
        update()
        return layout.cursor
    }

    /// The deepest element at a position of the frame.
    func node(at position: Position) -> NodeID? {
        update()
        return layout.node(at: onPage(position))
    }

    /// The caret offset that a position of the page means in a text control.
    func caretOffset(onPage position: Position, in node: NodeID) -> Int? {
        update()
        return layout.caretOffset(at: position, in: node)
    }

    /// Draws other key labels from now on.
    func show(_ marks: [NodeID: Mark]) {
        guard marks != self.marks else { return }
        self.marks = marks
        laidOut = nil
    }

    /// Shows elements at the top of the frame as long as they are scrolled out of view, whole or in part, or under another
    /// that is shown so, and cover nothing that is used: a message that nobody sees is none.
    ///
    /// - Parameter nodes: The most wanted first; what does not fit is only counted.
    func pin(_ nodes: [NodeID]) {
        let room = Pin.room(in: size.rows)
        var (pins, left): ([Pin], Int) = ([], 0)
        var top = 0
        var waiting = nodes.compactMap(rows(of:)).filter { !$0.isEmpty }
        // What a pin covers is out of view as well.
        while let place = waiting.firstIndex(where: {
            $0.clamped(to: scrollRow + top..<max(scrollRow + top, shownRows.upperBound)) != $0
        }) {
            let rows = waiting.remove(at: place)
            let count = pins.isEmpty ? min(rows.count, room) : rows.count
            guard count > 0, top + count <= room else {
                left += 1
                continue
            }
            pins.append(Pin(rows: rows.prefix(count), top: top))
            top += count
        }
        let used = document.activeElement.flatMap(rows(of:))
        if let used, used.overlaps(scrollRow..<scrollRow + top) { (pins, left, top) = ([], 0, 0) }
        pins += headPins(below: top, sparing: used)
        guard pins != self.pins || left != unpinned else { return }
        self.pins = pins
        unpinned = left
        painted = nil
    }

    /// Lets all recede but one element, until another call.
    func showInFront(_ node: NodeID?) {
        guard node != front else { return }
        front = node
        painted = nil
    }

    /// The heads of tables that are scrolled out of view while the rows below them are in view.
    ///
    /// - Parameters:
    ///   - top: The rows of the frame that are pinned already.
    ///   - used: The rows of the page that must not be covered.
    private func headPins(below top: Int, sparing used: Range<Int>?) -> [Pin] {
        guard scrollRow > 0 else { return [] }
        var pins: [Pin] = []
        for head in layout.tableHeads(atRow: scrollRow + top) {
            let covered = scrollRow + top..<scrollRow + top + head.rows.count
            guard head.rows.lowerBound < covered.lowerBound, head.tableRows.upperBound > covered.upperBound,
                top + head.rows.count <= Pin.room(in: size.rows), used?.overlaps(covered) != true,
                !pins.contains(where: { $0.columns?.overlaps(head.columns) ?? true })
            else { continue }
            pins.append(Pin(rows: head.rows, top: top, columns: head.columns))
        }
        return pins
    }

    /// How many rows a table's head covers above a row of the page that is scrolled to the top.
    func headRows(above row: Int) -> Int {
        update()
        let heads = layout.tableHeads(atRow: row).filter { $0.rows.upperBound <= row }
        return heads.map(\.rows.count).filter { $0 <= Pin.room(in: size.rows) }.max() ?? 0
    }

    /// How many rows of the frame, from its top, pins cover.
    var coveredRows: Int { pins.map(\.frameRows.upperBound).max() ?? 0 }

    /// The number of the layout that is right for the document as it is.
    var currentLayoutNumber: Int {
        update()
        return layoutNumber
    }

    /// The elements with a box of their own that are in view, outer ones before inner ones.
    var elementsInView: [NodeID] {
        update()
        return layout.elements(inRows: shownRows)
    }

    /// The rows of the page that are pinned, in the order in which they are shown from the top of the frame on.
    var pinnedRows: [Int] { pins.flatMap(\.rows) }

    /// Whether a part of an element is in view: on a pin, or among the rows that no pin covers.
    func isInView(_ node: NodeID) -> Bool {
        guard let rows = rows(of: node) else { return false }
        let covered = coveredRows
        return rows.overlaps(scrollRow + covered..<max(scrollRow + covered, shownRows.upperBound))
            || pins.contains { $0.rows.overlaps(rows) }
    }

    func scroll(to row: Int) {
        let lowest = max(0, pageHeight - size.rows)
        let row = min(max(0, row), lowest)
        guard row != scrollRow else { return }
        scrollRow = row
        painted = nil
    }

    /// Scrolls as little as it takes to show some rows; of more rows than there is room for, the first.
    func reveal(_ rows: Range<Int>) {
        let head = headRows(above: rows.lowerBound)
        if rows.lowerBound < scrollRow + head || rows.count >= size.rows {
            scroll(to: rows.lowerBound - head)
        } else if rows.upperBound > shownRows.upperBound {
            scroll(to: rows.upperBound - size.rows)
        }
    }

    /// Takes another size, and keeps what was in the first row there.
    func resize(_ size: Size) {
        guard size != self.size else { return }
        let anchor = anchor()
        self.size = size
        painted = nil
        guard let anchor, document.isAlive(anchor.node), let rows = rows(of: anchor.node) else {
            scroll(to: scrollRow)
            return
        }
        scroll(to: rows.lowerBound + Int((anchor.share * Double(rows.count)).rounded(.down)))
    }

    /// The picture of what is shown.
    func frame() -> Frame {
        update()
        if let painted { return painted }
        scroll(to: scrollRow)
        var frame = Frame(size: size)
        layout.paint(
            into: &frame, area: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows), scroll: scrollRow)
        if let front, let area = rectangles(of: front).first {
            frame.recede(
                behind: Rect(
                    column: area.origin.column, row: area.origin.row - scrollRow, columns: area.size.columns,
                    rows: area.size.rows))
        }
        if let cursor = layout.cursor, shownRows.contains(cursor.row), cursor.column < size.columns {
            frame.cursor = Position(column: cursor.column, row: cursor.row - scrollRow)
        } else {
            frame.cursor = nil
        }
        for pin in pins {
            layout.paint(
                into: &frame, area: Rect(column: 0, row: pin.top, columns: size.columns, rows: pin.rows.count),
                scroll: pin.rows.lowerBound, columns: pin.columns)
        }
        if unpinned > 0, let last = pins.last?.frameRows.last { frame.tell(of: unpinned, inRow: last) }
        painted = frame
        return frame
    }

    /// The text of the whole page; made when it is asked for after a layout.
    var text: PageText {
        update()
        if let knownText { return knownText }
        let text = PageText(layout.textPieces())
        knownText = text
        return text
    }

    /// The picture of some rows of the page.
    func picture(ofRows rows: Range<Int>) -> Frame {
        update()
        var frame = Frame(size: Size(columns: size.columns, rows: rows.count))
        layout.paint(
            into: &frame, area: Rect(column: 0, row: 0, columns: size.columns, rows: rows.count),
            scroll: rows.lowerBound)
        return frame
    }

    private func update() {
        let isCurrent =
            laidOut.map { $0.columns == size.columns && document.revision(of: document.root) <= $0.revision } ?? false
        guard !isCurrent else { return }
        layout.update(width: size.columns, marks: marks)
        laidOut = (document.checkpoint(), size.columns)
        layoutNumber += 1
        painted = nil
        knownText = nil
    }

    /// The position of the page that is shown at a position of the frame.
    func onPage(_ position: Position) -> Position {
        let pin = pins.first {
            $0.frameRows.contains(position.row) && $0.columns?.contains(position.column) ?? true
        }
        let row = pin.map { $0.rows.lowerBound + position.row - $0.top } ?? position.row + scrollRow
        return Position(column: position.column, row: row)
    }

    /// The smallest element in the first row that is shown, and how much of it is above, as a share of its height.
    private func anchor() -> (node: NodeID, share: Double)? {
        guard scrollRow > 0 else { return nil }
        update()
        var best: (node: NodeID, rows: Range<Int>)?
        for column in 0..<size.columns {
            guard let node = layout.node(at: Position(column: column, row: scrollRow)), node != best?.node,
                let rows = rows(of: node), rows.count < best?.rows.count ?? .max
            else { continue }
            best = (node, rows)
        }
        guard let best else { return nil }
        return (best.node, Double(scrollRow - best.rows.lowerBound) / Double(max(1, best.rows.count)))
    }
}

extension PageWindow: Viewport {
    var height: Int { size.rows }

    func rowsInView(of node: NodeID) -> Range<Int>? {
        rows(of: node).map { $0.lowerBound - scrollRow..<$0.upperBound - scrollRow }
    }

    func scroll(_ node: NodeID, to edge: ViewportEdge) {
        guard let rows = rows(of: node) else { return }
        switch edge {
        case .top: scroll(to: rows.lowerBound)
        case .bottom: scroll(to: rows.upperBound - size.rows)
        }
    }
}

/// Rows of the page that are shown at the top of the frame although they are scrolled out of it.
private struct Pin: Hashable {
    /// On the page.
    let rows: Range<Int>
    /// The row of the frame where they begin.
    let top: Int
    /// Their columns; nil for all.
    var columns: Range<Int>?

    /// The rows of the frame that they cover.
    var frameRows: Range<Int> { top..<top + rows.count }

    /// How much of the frame pins may cover, so that most of it stays the page's.
    static func room(in rows: Int) -> Int { rows / 3 }
}

extension Frame {
    /// Says in a row how many more there are.
    fileprivate mutating func tell(of count: Int, inRow row: Int) {
        let text = " +\(count) more "
        let start = max(0, size.columns - text.count - 2)
        for (place, character) in text.enumerated() where start + place < size.columns {
            self[start + place, row] = Cell(text: String(character), style: CellStyle(attributes: .bold))
        }
    }
}
