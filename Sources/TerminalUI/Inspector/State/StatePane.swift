import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// What the views of the page hold, as a foldable tree, with what changed since the last event marked.
final class StatePane: InspectorPane {
    private let simulator: Simulator
    private var part: InspectedPart?
    private var before: InspectedPart?
    /// The revision of the client's log for which it was asked last.
    private var isStale = true
    private var toggled: Set<StateRows.Path> = []
    private var rows: [StateRows.Row] = []
    private var cursor = RowCursor()
    private var height = 10
    private var generation = -1
    /// What is not to be shown.
    var secrets = Secrets()

    init(of simulator: Simulator) { self.simulator = simulator }

    /// Something happened since what is shown was asked for.
    func noteEvent() { isStale = true }

    /// Asks for what the views hold now; what a view held that is no more is kept until another page comes.
    private func update() {
        guard isStale else { return }
        isStale = false
        if generation != simulator.client.documentGeneration {
            generation = simulator.client.documentGeneration
            (part, before) = (nil, nil)
        }
        if let inspection = simulator.client.inspection {
            let newest = InspectedPart(inspection)
            if newest != part { (before, part) = (part, newest) } else { before = part }
        } else {
            part?.isOver = true
        }
        makeRows()
    }

    private func makeRows() {
        rows = part.map { StateRows(of: $0, before: before, toggled: toggled, secrets: secrets).rows } ?? []
    }

    // MARK: - Moving

    func move(_ step: ScrollStep) { cursor.move(step, count: rows.count, height: height) }

    func fold() {
        guard let row = selectedRow else { return }
        if row.row.fold == .unfolded { return toggle() }
        // What is around it is the nearest row above that is further out.
        let around = rows[..<cursor.selected].lastIndex { $0.row.depth < row.row.depth }
        if let around { cursor.select(around, of: rows.count) }
    }

    func unfold() {
        guard let row = selectedRow else { return }
        switch row.row.fold {
        case .folded: toggle()
        case .unfolded: move(.lineDown)
        case .leaf: break
        }
    }

    func toggle() {
        guard let row = selectedRow, row.row.fold != .leaf else { return }
        if toggled.remove(row.path) == nil { toggled.insert(row.path) }
        makeRows()
    }

    func select(shownRow: Int) {
        let place = cursor.top + shownRow
        guard rows.indices.contains(place) else { return }
        if place == cursor.selected { toggle() } else { cursor.select(place, of: rows.count) }
    }

    private var selectedRow: StateRows.Row? { rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil }

    /// The selected value as JSON text.
    var selectedText: String? { selectedRow?.value.map { secrets.hidden(in: $0).json } }

    // MARK: - Picture

    var note: String { "" }

    func draw(into frame: inout Frame, area: Rect, hasFocus: Bool) {
        update()
        height = area.size.rows
        guard !rows.isEmpty else { return drawReason(into: &frame, area: area) }
        let shown = cursor.window(of: rows.count, height: height).map { place in
            (row: rows[place].row, isSelected: place == cursor.selected)
        }
        draw(shown, into: &frame, area: area, hasFocus: hasFocus)
    }

    /// Why there is nothing to see, and what else the page would need.
    private func drawReason(into frame: inout Frame, area: Rect) {
        let lines = InspectorContent(
            inspection: nil, isRemote: simulator.client.settings.isRemote, scripts: simulator.client.needsOfScripts
        ).lines(columns: area.size.columns)
        for (row, line) in lines.prefix(max(0, area.size.rows)).enumerated() {
            frame.draw(
                line, at: Position(column: area.origin.column, row: area.origin.row + row),
                columns: area.size.columns)
        }
    }
}
