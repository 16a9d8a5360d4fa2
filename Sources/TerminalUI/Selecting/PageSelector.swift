import Simulator
import TextLayout

/// Selects text of the page, by keys or by a drag of the mouse, and copies it.
final class PageSelector: Overlay {
    private unowned let interface: Interface
    /// On the page.
    private(set) var cursor: Position
    /// Where the selection began; nil before it did.
    private var anchor: Position?
    private var takesRows = false
    /// Whether the mouse makes the selection, which ends with its button.
    private let isByMouse: Bool

    private var simulator: Simulator { interface.simulator }

    /// Begins with the cursor at the hit of a search, else at what has the focus, else at the first text in view.
    init(on interface: Interface) {
        self.interface = interface
        isByMouse = false
        cursor = Position(column: 0, row: 0)
        cursor = interface.search?.currentStart ?? focusStart ?? textStart
    }

    /// Begins with a selection from one position of the page to another.
    init(on interface: Interface, from start: Position, to end: Position) {
        self.interface = interface
        isByMouse = true
        anchor = start
        cursor = end
    }

    private var focusStart: Position? {
        let areas = simulator.document.activeElement.map(simulator.areas(onPageOf:)) ?? []
        return areas.first?.origin
    }

    private var textStart: Position {
        let rows = simulator.scrollRow + simulator.coveredRows..<simulator.scrollRow + simulator.size.rows
        for row in rows where row < simulator.pageHeight {
            if let columns = textColumns(ofRow: row) { return Position(column: columns.lowerBound, row: row) }
        }
        return Position(column: 0, row: rows.lowerBound)
    }

    private func textColumns(ofRow row: Int) -> Range<Int>? {
        SelectedText(picture: simulator.picture(ofRows: row..<row + 1)).textColumns(ofRow: 0)
    }

    // MARK: - Keys

    var keyHelp: [HelpLine] {
        let group = "Selecting"
        let begin = HelpLine(
            keys: "v space", does: anchor == nil ? "begin to select" : "stop to select", group: group)
        return [
            HelpLine(keys: "y enter", does: "copy", group: group),
            begin,
            HelpLine(keys: "V", does: "whole rows", group: group),
            HelpLine(keys: "o", does: "other end", group: group),
            HelpLine(keys: "h j k l w b 0 $ g G", does: "move", group: group),
            HelpLine(keys: "escape", does: "end", group: group),
        ]
    }

    func press(_ key: Key) -> OverlayOutcome {
        stayOnPage()
        switch key {
        case Key(.escape), Key(.character("q")): return .closed
        case Key(.character("y")), Key(.enter): return copy()
        case Key(.character("v")), Key(.character(" ")):
            anchor = anchor == nil || takesRows ? anchor ?? cursor : nil
            takesRows = false
        case Key(.character("V")):
            takesRows.toggle()
            if takesRows { anchor = anchor ?? cursor }
        case Key(.character("o")):
            if let anchor { (self.anchor, cursor) = (cursor, anchor) }
            reveal()
        default:
            guard let motion = SelectionMotion(key: key) else { return .open }
            if key.modifiers.contains(.shift), anchor == nil { anchor = cursor }
            move(motion)
        }
        return .open
    }

    private func move(_ motion: SelectionMotion) {
        let page = max(1, simulator.size.rows - 1)
        switch motion {
        case .left: cursor.column -= 1
        case .right: cursor.column += 1
        case .up: cursor.row -= 1
        case .down: cursor.row += 1
        case .halfPageUp: cursor.row -= max(1, page / 2)
        case .halfPageDown: cursor.row += max(1, page / 2)
        case .pageUp: cursor.row -= page
        case .pageDown: cursor.row += page
        case .top: cursor = Position(column: 0, row: 0)
        case .bottom: cursor.row = simulator.pageHeight - 1
        case .rowStart: cursor.column = textColumns(ofRow: cursor.row)?.lowerBound ?? 0
        case .rowEnd: cursor.column = (textColumns(ofRow: cursor.row)?.upperBound ?? 1) - 1
        case .wordForward: moveToWord(step: 1)
        case .wordBack: moveToWord(step: -1)
        }
        stayOnPage()
        reveal()
    }

    /// The page may have become smaller since it was last looked at.
    private func stayOnPage() {
        cursor = onPage(cursor)
        anchor = anchor.map(onPage)
    }

    private func onPage(_ position: Position) -> Position {
        Position(
            column: min(max(0, position.column), max(0, simulator.size.columns - 1)),
            row: min(max(0, position.row), max(0, simulator.pageHeight - 1)))
    }

    /// Goes to where the next word begins, or the one before, on this row or the nearest one that has words.
    private func moveToWord(step: Int) {
        var row = cursor.row
        while (0..<simulator.pageHeight).contains(row) {
            let starts = wordStarts(ofRow: row)
            let column =
                step > 0
                ? starts.first { row != cursor.row || $0 > cursor.column }
                : starts.last { row != cursor.row || $0 < cursor.column }
            if let column {
                cursor = Position(column: column, row: row)
                return
            }
            row += step
        }
    }

    private func wordStarts(ofRow row: Int) -> [Int] {
        let picture = simulator.picture(ofRows: row..<row + 1)
        guard picture.size.rows > 0 else { return [] }
        let cells = picture.row(0)
        func isBlank(_ column: Int) -> Bool {
            guard column >= 0, let scalar = cells[column].text.unicodeScalars.first else { return column < 0 }
            return scalar == " " || (0x2500...0x257F).contains(scalar.value)
        }
        return cells.indices.filter { !cells[$0].text.isEmpty && !isBlank($0) && isBlank($0 - 1) }
    }

    private func reveal() { simulator.reveal(rows: cursor.row..<cursor.row + 1) }

    // MARK: - The mouse

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        stayOnPage()
        switch mouse.action {
        case .press(.left):
            guard !isByMouse, let cell = interface.positionOnPage(mouse.position) else { return .passed }
            anchor = nil
            cursor = simulator.positionOnPage(cell)
        case .drag:
            if anchor == nil { anchor = cursor }
            drag(to: mouse.position, layout)
        case .release: if isByMouse { return copy() }
        case .wheelUp: simulator.scroll(by: -3)
        case .wheelDown: simulator.scroll(by: 3)
        case .press: break
        }
        return .open
    }

    /// Follows the mouse; beyond the page's upper or lower edge the page is scrolled.
    private func drag(to position: Position, _ layout: ChromeLayout) {
        guard let content = layout.pageContent else { return }
        if position.row < content.rows.lowerBound { simulator.scroll(by: -1) }
        if position.row >= content.rows.upperBound { simulator.scroll(by: 1) }
        let cell = Position(
            column: min(max(content.columns.lowerBound, position.column), content.columns.upperBound - 1),
            row: min(max(content.rows.lowerBound, position.row), content.rows.upperBound - 1))
        if let onPage = interface.positionOnPage(cell) { cursor = simulator.positionOnPage(onPage) }
    }

    // MARK: - Text and picture

    /// The rows of the page between the ends of the selection.
    private var rows: Range<Int> {
        let other = anchor ?? cursor
        return min(cursor.row, other.row)..<max(cursor.row, other.row) + 1
    }

    /// More rows than this are more than may be copied.
    private static let mostRows = 5_000

    private func copy() -> OverlayOutcome {
        let rows = rows.prefix(Self.mostRows)
        let picture = SelectedText(picture: simulator.picture(ofRows: rows))
        func moved(_ position: Position) -> Position {
            Position(column: position.column, row: position.row - rows.lowerBound)
        }
        // Without a selection, the row.
        let text = picture.text(
            from: moved(anchor ?? cursor), to: moved(cursor), wholeRows: takesRows || anchor == nil)
        return .closedAnd(interface.copying(text))
    }

    /// What is selected of some rows of the page.
    func highlights(inRows visible: Range<Int>) -> [PageHighlight] {
        guard let anchor else { return [] }
        let (first, last) =
            (anchor.row, anchor.column) <= (cursor.row, cursor.column) ? (anchor, cursor) : (cursor, anchor)
        return rows.clamped(to: visible).map { row in
            let from = row == first.row && !takesRows ? first.column : 0
            let to = row == last.row && !takesRows ? last.column + 1 : simulator.size.columns
            return PageHighlight(
                area: Rect(column: from, row: row, columns: max(0, to - from), rows: 1), kind: .selected)
        }
    }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        guard let content = layout.pageContent else { return }
        let row = cursor.row - simulator.scrollRow
        frame.cursor =
            (0..<content.size.rows).contains(row)
            ? Position(column: content.origin.column + cursor.column, row: content.origin.row + row) : nil
    }
}
