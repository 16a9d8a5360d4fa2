import Simulator
import TextLayout

/// One of the panes of the inspector: rows, of which one is selected.
protocol InspectorPane: AnyObject {
    func move(_ step: ScrollStep)

    /// Folds the selected row, or goes to the one that it is in.
    func fold()

    /// Unfolds the selected row, or goes to the first in it.
    func unfold()

    func toggle()

    /// Selects the row in the picture at a place, from 0.
    func select(shownRow: Int)

    /// What the border says at the right.
    var note: String { get }

    /// Draws the rows that have room; only those are made.
    func draw(into frame: inout Frame, area: Rect, hasFocus: Bool)
}

extension InspectorPane {
    /// Draws rows from the top of an area on.
    func draw(
        _ rows: some Sequence<(row: InspectorRow, isSelected: Bool)>, into frame: inout Frame, area: Rect,
        hasFocus: Bool
    ) {
        for (place, item) in rows.enumerated() where place < area.size.rows {
            item.row.draw(
                into: &frame, at: Position(column: area.origin.column, row: area.origin.row + place),
                columns: area.size.columns, isSelected: item.isSelected, hasFocus: hasFocus)
        }
    }
}
