import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// What the views of the page hold, as a foldable tree, with what changed since the last event marked.
final class StatePane: InspectorPane {
    private let simulator: Simulator
    private var page: (any KeptPage)?
    private var before: (any KeptPage)?
    /// The views that are over, oldest first.
    private var ended: [EndedView] = []
    /// Whether something happened since what is shown was asked for.
    private var isStale = true
    private var toggled: Set<StateRows.Path> = []
    private var rows: [StateRows.Row] = []
    private var cursor = RowCursor()
    private var height = 10
    /// What is not to be shown.
    var secrets = Secrets() {
        didSet { isStale = true }
    }

    init(of simulator: Simulator) { self.simulator = simulator }

    /// Something happened.
    ///
    /// - Parameter ended: The views that are over, oldest first.
    func noteEvent(_ ended: [EndedView]) {
        isStale = true
        self.ended = ended
    }

    /// Asks for what the views hold now.
    private func update() {
        guard isStale else { return }
        isStale = false
        before = page
        page = simulator.client.keep()
        // Of another page nothing is as it was.
        if before?.views.first?.id != page?.views.first?.id { before = nil }
        makeRows()
    }

    private func makeRows() {
        var parts: [StatePart] = []
        if let page { parts += page.views.map { StatePart($0, in: page, since: before) } }
        let living = Set(parts.map(\.part.id))
        // What was placed in a view that is over is told with that.
        let placed = Set(ended.flatMap { $0.part.children.flatMap(\.all) }.map(\.id))
        parts += ended.reversed().filter { !living.contains($0.part.id) && !placed.contains($0.part.id) }
            .map { StatePart($0) }
        rows = StateRows(of: parts, toggled: toggled, secrets: secrets).rows
    }

    /// The view or component that the selected row is of; else the main view.
    var selectedPart: InspectedPart? {
        update()
        return selectedRow?.part ?? page?.views.first
    }

    /// The main view.
    var mainPart: InspectedPart? {
        update()
        return page?.views.first { $0.role == .main }
    }

    /// The element of the selected view or component on the page.
    var highlights: [PageHighlight] {
        guard let part = selectedRow?.part, let node = simulator.client.element(of: part) else { return [] }
        return simulator.pageRectangles(of: node).map { PageHighlight(area: $0, kind: .outlined) }
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
