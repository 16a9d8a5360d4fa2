import Simulator
import TextLayout

/// The last events, newest first, one line each, of which each can be unfolded.
final class EventsPane: InspectorPane {
    private var records: [EventRecord] = []
    private var unfolded: Set<Int> = []
    private var showsStatics = false
    private var rows: [EventRows.Row] = []
    private var isStale = true
    private var cursor = RowCursor()
    private var height = 10
    /// What a person wants to see of them.
    private(set) var filter = ""
    /// What is not to be shown.
    var secrets = Secrets() {
        didSet { isStale = true }
    }

    /// Shows other records.
    ///
    /// - Parameter records: Oldest first.
    func update(_ records: [EventRecord]) {
        guard records.last?.number != self.records.last?.number || records.count != self.records.count else { return }
        // The selected event stays where new ones come above it, unless it is the newest itself.
        let kept = cursor.selected > 0 ? selectedRow : nil
        self.records = records
        isStale = true
        guard let kept else { return }
        makeRows()
        if let place = rows.firstIndex(of: kept) { cursor.select(place, of: rows.count) }
    }

    func setFilter(_ text: String) {
        guard text != filter else { return }
        filter = text
        isStale = true
        cursor = RowCursor()
    }

    func toggleStatics() {
        showsStatics.toggle()
        isStale = true
    }

    private func makeRows() {
        guard isStale else { return }
        isStale = false
        rows =
            EventRows(
                of: records, filter: EventFilter(filter), unfolded: unfolded, showsStatics: showsStatics,
                secrets: secrets
            ).rows
    }

    // MARK: - Moving

    private var selectedRow: EventRows.Row? { rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil }

    func move(_ step: ScrollStep) {
        makeRows()
        cursor.move(step, count: rows.count, height: height)
    }

    func fold() {
        makeRows()
        guard let number = selectedRow?.number, unfolded.contains(number) else { return }
        toggle()
    }

    func unfold() {
        makeRows()
        guard let number = selectedRow?.number else { return }
        if unfolded.contains(number) { move(.lineDown) } else { toggle() }
    }

    func toggle() {
        makeRows()
        guard let number = selectedRow?.number else { return }
        if unfolded.remove(number) == nil { unfolded.insert(number) }
        isStale = true
        makeRows()
        if let place = rows.firstIndex(where: { $0.number == number }) { cursor.select(place, of: rows.count) }
    }

    func select(shownRow: Int) {
        let place = cursor.top + shownRow
        guard rows.indices.contains(place) else { return }
        if place == cursor.selected { toggle() } else { cursor.select(place, of: rows.count) }
    }

    /// The payload of the selected event as JSON text.
    var selectedText: String? {
        makeRows()
        guard let number = selectedRow?.number else { return nil }
        return records.first { $0.number == number }?.payload.map { secrets.hidden(in: $0).json }
    }

    // MARK: - Picture

    var note: String { filter.isEmpty ? "" : "/\(filter)" }

    func draw(into frame: inout Frame, area: Rect, hasFocus: Bool) {
        makeRows()
        height = area.size.rows
        guard !rows.isEmpty else {
            let words = filter.isEmpty ? "No events yet." : "No event fits /\(filter)"
            frame.draw(StyledText(" \(words)", ChromeStyle.quiet), at: area.origin, columns: area.size.columns)
            return
        }
        let shown = cursor.window(of: rows.count, height: height).map { place in
            (row: rows[place].row, isSelected: place == cursor.selected)
        }
        draw(shown, into: &frame, area: area, hasFocus: hasFocus)
    }
}
