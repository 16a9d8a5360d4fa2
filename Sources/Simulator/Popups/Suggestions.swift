import Basics
import HTMLTree
import LiveClient
import TextLayout

/// What a `datalist` offers while its field is typed into (TheTerminal.md, "Lists").
final class Suggestions {
    private struct Item {
        let value: String
        /// What the option says beside its value.
        let label: String
    }

    private let page: OpenPage
    /// The field whose list is open.
    private var field: NodeID?
    private var current: Int?
    private var top = 0

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    /// Whether something is offered now.
    var isOpen: Bool { field != nil && field == document.activeElement && !items.isEmpty }

    /// Whether the focused field has something to offer.
    var haveSource: Bool { document.activeElement.flatMap(source) != nil }

    /// Whether Enter would take one of what is offered.
    var hasCurrent: Bool { isOpen && current != nil }

    /// What is offered, in words; nil where nothing is.
    var currentWords: String? {
        guard isOpen else { return nil }
        let items = items
        guard let current, items.indices.contains(current) else {
            return "\(items.count) offered, down goes through them"
        }
        let label = items[current].label.isEmpty ? "" : ", \(items[current].label)"
        return "offered \(items[current].value)\(label), \(current + 1) of \(items.count)"
    }

    func hide() { field = nil }

    /// Offers what fits, after the text of the focused field has changed.
    func offer() {
        guard let active = document.activeElement, source(of: active) != nil, !document.isReadOnly(active) else {
            return hide()
        }
        field = active
        current = nil
        top = 0
        // What is there already needs no offer.
        if document.value(of: active).isEmpty || items.map(\.value) == [document.value(of: active)] { hide() }
    }

    /// Handles a key of the focused field.
    ///
    /// - Returns: Whether the key belongs to the list.
    func press(_ key: Key) -> Bool {
        guard isOpen else {
            guard key == Key(.down) || key == Key(.down, .alt), haveSource else { return false }
            field = document.activeElement
            (current, top) = (items.isEmpty ? nil : 0, 0)
            return true
        }
        let count = items.count
        switch key {
        case Key(.down): current = ((current ?? -1) + 1) % count
        case Key(.up): current = current.map { $0 > 0 ? $0 - 1 : count - 1 } ?? count - 1
        case Key(.escape): hide()
        case Key(.enter):
            guard current != nil else {
                hide()
                return false
            }
            take()
        default: return false
        }
        return true
    }

    private func take() {
        guard let field, let current, items.indices.contains(current) else { return hide() }
        let value = items[current].value
        hide()
        guard value != document.value(of: field) else { return }
        page.tell(.edit(field))
        page.client.input(value, into: field)
    }

    /// Handles a click while the list is open.
    ///
    /// - Returns: Whether the click was on the list; others close it and go on to the page.
    func click(at position: Position) -> Bool {
        guard isOpen, let area else { return false }
        guard area.contains(position) else {
            hide()
            return false
        }
        if let row = list.row(at: position, in: area, top: top(in: area)) {
            current = row
            take()
        }
        return true
    }

    // MARK: What is offered

    private func source(of field: NodeID) -> NodeID? {
        guard case .text(let kind) = document.controlKind(of: field), !kind.isNumeric, kind != .password,
            let id = document.attribute("list", of: field), let list = document.element(withID: id),
            document.name(of: list) == "datalist"
        else { return nil }
        return list
    }

    /// The options that have the field's text somewhere.
    private var items: [Item] {
        guard let field, document.isAlive(field), let source = source(of: field) else { return [] }
        let text = document.value(of: field)
        return document.options(of: source).compactMap { option in
            guard !document.isDisabled(option) else { return nil }
            let value = document.optionValue(of: option)
            let label = document.optionText(of: option)
            guard !value.isEmpty,
                text.isEmpty || [value, label].contains(where: { $0.lowercased().contains(text.lowercased()) })
            else { return nil }
            return Item(value: value, label: label == value ? "" : label)
        }
    }

    // MARK: Picture

    func draw(into frame: inout Frame) {
        guard isOpen, let area else { return }
        top = top(in: area)
        let cursor = frame.cursor
        list.draw(into: &frame, area: area, top: top)
        frame.cursor = cursor
    }

    private func top(in area: Rect) -> Int {
        PopupList.top(top, toShow: current, of: items.count, in: area.size.rows - 2)
    }

    private var list: PopupList {
        let rows = items.map { PopupList.Row(text: VisibleText.make($0.value), note: VisibleText.make($0.label)) }
        return PopupList(rows: rows, current: current.flatMap { rows.indices.contains($0) ? $0 : nil })
    }

    private var area: Rect? {
        guard let field, let anchor = page.window.rectangles(of: field).first else { return nil }
        let shown = Rect(
            column: anchor.origin.column, row: anchor.origin.row - page.window.scrollRow, columns: anchor.size.columns,
            rows: anchor.size.rows)
        var wanted = list.wantedSize
        wanted.columns = max(wanted.columns, anchor.size.columns)
        // The field itself is typed into and stays in sight.
        let most = max(3, max(shown.origin.row, page.window.size.rows - shown.rows.upperBound))
        wanted.rows = min(wanted.rows, most, 10)
        return PopupPlacement.area(for: wanted, at: shown, in: page.window.size)
    }
}
