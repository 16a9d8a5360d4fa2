import LiveProtocol
import TextLayout

/// The last events, or the last calls of functions, newest first, one line each, of which each can be unfolded.
final class EventsPane: InspectorPane {
    private enum Content: Hashable {
        case events, calls
    }

    private var content = Content.events
    private var records: [EventRecord] = []
    private var calls: [CallbackTrace] = []
    private var unfolded: [Content: Set<Int>] = [:]
    private var showsStatics = false
    private var rows: [EventRows.Row] = []
    private var isStale = true
    private var cursor = RowCursor()
    private var height = 10
    private var columns = 80
    /// What a person wants to see of them.
    private(set) var filter = ""
    /// What is not to be shown.
    var secrets = Secrets() {
        didSet { isStale = true }
    }

    /// Shows what has happened since.
    ///
    /// - Parameters:
    ///   - records: Oldest first.
    ///   - calls: Oldest first.
    func update(_ records: [EventRecord], _ calls: [CallbackTrace] = []) {
        let isNew =
            records.last?.number != self.records.last?.number || records.count != self.records.count
            || calls.last?.number != self.calls.last?.number
        guard isNew else { return }
        // The selected event stays where new ones come above it, unless it is the newest itself.
        let kept = cursor.selected > 0 ? selectedRow : nil
        self.records = records
        self.calls = calls
        isStale = true
        guard let kept else { return }
        makeRows()
        if let place = rows.firstIndex(of: kept) { cursor.select(place, of: rows.count) }
    }

    /// Shows calls in place of events, or events again.
    func toggleCalls() {
        content = content == .events ? .calls : .events
        cursor = RowCursor()
        isStale = true
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
        let (filter, unfolded) = (EventFilter(filter), unfolded[content] ?? [])
        switch content {
        case .events:
            rows =
                EventRows(
                    of: records, filter: filter, unfolded: unfolded, showsStatics: showsStatics, secrets: secrets,
                    columns: columns
                ).rows
        case .calls:
            rows = CallRows(of: calls, filter: filter, unfolded: unfolded, secrets: secrets, columns: columns).rows
        }
    }

    // MARK: - Moving

    private var selectedRow: EventRows.Row? { rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil }

    func move(_ step: ScrollStep) {
        makeRows()
        cursor.move(step, count: rows.count, height: height)
    }

    func fold() {
        makeRows()
        guard let number = selectedRow?.number, isUnfolded(number) else { return }
        toggle()
    }

    func unfold() {
        makeRows()
        guard let number = selectedRow?.number else { return }
        if isUnfolded(number) { move(.lineDown) } else { toggle() }
    }

    private func isUnfolded(_ number: Int) -> Bool { unfolded[content]?.contains(number) ?? false }

    func toggle() {
        makeRows()
        guard let number = selectedRow?.number else { return }
        if unfolded[content, default: []].remove(number) == nil { unfolded[content, default: []].insert(number) }
        isStale = true
        makeRows()
        if let place = rows.firstIndex(where: { $0.number == number }) { cursor.select(place, of: rows.count) }
    }

    func select(shownRow: Int) {
        let place = cursor.top + shownRow
        guard rows.indices.contains(place) else { return }
        if place == cursor.selected { toggle() } else { cursor.select(place, of: rows.count) }
    }

    /// The payload of the selected event, or the arguments of the selected call, as JSON text.
    var selectedText: String? {
        makeRows()
        guard let number = selectedRow?.number else { return nil }
        let value =
            switch content {
            case .events: records.first { $0.number == number }?.payload
            case .calls: calls.first { $0.number == number }?.arguments.json
            }
        return value.map { secrets.hidden(in: $0).json }
    }

    // MARK: - Picture

    var note: String {
        let words = content == .calls ? "calls" : ""
        return filter.isEmpty ? words : "\(words) /\(filter)"
    }

    func draw(into frame: inout Frame, area: Rect, hasFocus: Bool) {
        if columns != area.size.columns {
            columns = area.size.columns
            isStale = true
        }
        makeRows()
        height = area.size.rows
        guard !rows.isEmpty else {
            let words = filter.isEmpty ? "Nothing yet." : "Nothing fits /\(filter)"
            frame.draw(StyledText(" \(words)", ChromeStyle.quiet), at: area.origin, columns: area.size.columns)
            return
        }
        let shown = cursor.window(of: rows.count, height: height).map { place in
            (row: rows[place].row, isSelected: place == cursor.selected)
        }
        draw(shown, into: &frame, area: area, hasFocus: hasFocus)
    }
}
