import HTMLTree
import LiveClient
import TextLayout

/// The list of a select, open in front of the page (TheTerminal.md, "Lists").
///
/// Nothing of the page changes while it is open: what is chosen is taken by one change, or not at all.
final class SelectList {
    private struct Open {
        let select: NodeID
        let isMultiple: Bool
        let entries: [SelectEntry]
        /// The places of the entries that are chosen, as long as nothing is taken.
        var chosen: Set<Int>
        var current: Int?
        var filter = ""
        var typed = ""
        var typedAt = Duration.zero
        var top = 0

        /// The places of the entries that the filter leaves.
        var shown: [Int] {
            guard !filter.isEmpty else { return Array(entries.indices) }
            let wanted = filter.lowercased()
            let fitting = Set(
                entries.indices.filter { !entries[$0].isHeading && entries[$0].text.lowercased().contains(wanted) })
            return entries.indices.filter { place in
                if !entries[place].isHeading { return fitting.contains(place) }
                return entries[(place + 1)...].prefix { $0.isInGroup }.indices.contains(where: fitting.contains)
            }
        }
    }

    private let page: OpenPage
    private var open: Open?

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    var isOpen: Bool { open != nil }

    var isMultiple: Bool { open?.isMultiple == true }

    /// Whether letters filter, because there is more than the screen can show.
    var filters: Bool { open.map(isLong) ?? false }

    /// The current option in words; nil while the list is closed.
    var currentWords: String? {
        guard let open else { return nil }
        let places = open.shown.filter { !open.entries[$0].isHeading }
        guard let current = open.current, let place = places.firstIndex(of: current) else { return "no option" }
        let entry = open.entries[current]
        let state = open.isMultiple ? (open.chosen.contains(current) ? ", ticked" : ", not ticked") : ""
        let group =
            open.entries[..<current].last(where: \.isHeading).map { entry.isInGroup ? ", \($0.text)" : "" } ?? ""
        return "option \(entry.text)\(state)\(group), \(place + 1) of \(places.count)"
    }

    /// Opens the list of a select that can be used.
    func show(_ select: NodeID) {
        guard case .select(let isMultiple) = document.controlKind(of: select), !document.isDisabled(select) else {
            return
        }
        let entries = SelectEntry.all(of: select, in: document)
        let options = document.options(of: select)
        let selected = Set(document.selectedOptions(of: select).compactMap(options.firstIndex(of:)))
        let chosen = Set(entries.indices.filter { entries[$0].option.map(selected.contains) ?? false })
        open = Open(
            select: select, isMultiple: isMultiple, entries: entries, chosen: chosen,
            current: chosen.min() ?? entries.firstIndex(where: \.isEnabled))
    }

    func hide() { open = nil }

    /// Closes the list where its select is gone, or offers something else.
    func update() {
        guard let open else { return }
        let select = open.select
        guard document.isAlive(select), document.activeElement == select, !document.isDisabled(select),
            page.isDisplayed(select), SelectEntry.all(of: select, in: document) == open.entries
        else { return hide() }
    }

    // MARK: Keys

    /// Handles a key while the list is open.
    ///
    /// - Returns: Whether the key belongs to the list; others go on to the page.
    func press(_ key: Key) -> Bool {
        guard let open else { return false }
        switch (key.code, key.modifiers) {
        case (.up, []): move(by: -1)
        case (.down, []): move(by: 1)
        case (.pageUp, []): move(by: -max(1, rowCount - 1))
        case (.pageDown, []): move(by: max(1, rowCount - 1))
        case (.home, []): move(by: -open.entries.count)
        case (.end, []): move(by: open.entries.count)
        case (.enter, []), (.up, .alt): take()
        case (.tab, []), (.tab, .shift):
            take()
            return false
        case (.escape, []): hide()
        case (.backspace, []): filter(String(open.filter.dropLast()))
        case (.character(" "), []) where open.isMultiple: toggle(open.current)
        case (.character(" "), []) where open.filter.isEmpty && !isTyping(open): take()
        case (.character(let letter), []): isLong(open) ? filter(open.filter + String(letter)) : find(letter)
        case (.left, []), (.right, []), (.down, .alt): break
        case (.character, .alt): return false
        default:
            hide()
            return false
        }
        return true
    }

    private func move(by steps: Int) {
        guard let open else { return }
        let places = open.shown.filter { open.entries[$0].isEnabled }
        guard !places.isEmpty else { return }
        let present = open.current.flatMap(places.firstIndex(of:)) ?? (steps > 0 ? -1 : places.count)
        self.open?.current = places[min(max(0, present + steps), places.count - 1)]
    }

    private func filter(_ text: String) {
        open?.filter = text
        guard let open else { return }
        let places = open.shown.filter { open.entries[$0].isEnabled }
        if open.current.map(places.contains) != true { self.open?.current = places.first }
        self.open?.top = 0
    }

    private func isTyping(_ open: Open) -> Bool {
        !open.typed.isEmpty && page.clock.now - open.typedAt <= TypeAhead.patience
    }

    /// Goes to the next option that begins with what is typed.
    private func find(_ letter: Character) {
        guard let open else { return }
        var typed = isTyping(open) ? open.typed + String(letter) : String(letter)
        // The same letter again goes on to the next option that begins with it.
        if typed.count > 1, typed.allSatisfy({ $0 == letter }) { typed = String(letter) }
        self.open?.typed = typed
        self.open?.typedAt = page.clock.now
        let places = open.entries.indices.filter { open.entries[$0].isEnabled }
        let start = places.firstIndex { $0 > (open.current ?? -1) - (typed.count > 1 ? 1 : 0) } ?? 0
        let turned = places.dropFirst(start) + places.prefix(start)
        let found = turned.first { open.entries[$0].text.lowercased().hasPrefix(typed.lowercased()) }
        if let found { self.open?.current = found }
    }

    private func toggle(_ place: Int?) {
        guard let open, let place, open.entries[place].isEnabled else { return }
        self.open?.chosen.formSymmetricDifference([place])
    }

    /// Takes what is chosen, if that is anything else than before.
    private func take() {
        guard let open else { return }
        hide()
        let places = open.isMultiple ? open.chosen : open.current.map { [$0] } ?? []
        let options = document.options(of: open.select)
        let wanted = options.indices.filter { option in places.contains { open.entries[$0].option == option } }
            .map { options[$0] }
        guard open.isMultiple || !wanted.isEmpty, wanted != document.selectedOptions(of: open.select) else { return }
        page.tell(.choose(open.select))
        page.client.choose(wanted, of: open.select)
    }

    // MARK: The mouse

    /// Handles a click while the list is open: on an option takes it, elsewhere closes the list.
    func click(at position: Position) {
        guard let open, let area else { return hide() }
        guard area.contains(position) else { return hide() }
        guard let row = list(open).row(at: position, in: area, top: top(open, in: area)) else { return }
        let place = open.shown[row]
        guard open.entries[place].isEnabled else { return }
        self.open?.current = place
        if open.isMultiple { toggle(place) } else { take() }
    }

    func wheel(by rows: Int) { move(by: rows) }

    // MARK: Picture

    func draw(into frame: inout Frame) {
        guard let open, let area else { return }
        let top = top(open, in: area)
        self.open?.top = top
        list(open).draw(into: &frame, area: area, top: top)
    }

    /// Whether more is offered than the screen can show, so that letters filter.
    private func isLong(_ open: Open) -> Bool { !open.filter.isEmpty || open.entries.count > rowCount }

    private var rowCount: Int { max(1, (area?.size.rows ?? 3) - 2) }

    private func top(_ open: Open, in area: Rect) -> Int {
        let shown = open.shown
        let current = open.current.flatMap(shown.firstIndex(of:))
        var top = PopupList.top(open.top, toShow: current, of: shown.count, in: area.size.rows - 2)
        // The heading of the first option comes with it.
        if top == 1, current != area.size.rows - 2, open.entries[shown[0]].isHeading { top = 0 }
        return top
    }

    private var area: Rect? {
        guard let open, let anchor = page.window.rectangles(of: open.select).first else { return nil }
        let shown = Rect(
            column: anchor.origin.column, row: anchor.origin.row - page.window.scrollRow, columns: anchor.size.columns,
            rows: anchor.size.rows)
        // The list keeps its size while it is filtered.
        var whole = open
        whole.filter = ""
        var wanted = list(whole).wantedSize
        wanted.columns = max(wanted.columns, anchor.size.columns)
        return PopupPlacement.area(for: wanted, at: shown, in: page.window.size)
    }

    private func list(_ open: Open) -> PopupList {
        let shown = open.shown
        let rows = shown.map { place in
            let entry = open.entries[place]
            let isChosen = open.chosen.contains(place)
            let sign = open.isMultiple ? (isChosen ? "[x] " : "[ ] ") : (isChosen ? "• " : "  ")
            return PopupList.Row(
                mark: entry.isHeading ? "" : (entry.isInGroup ? "  " : "") + sign, text: VisibleText.make(entry.text),
                isHeading: entry.isHeading, isDisabled: !entry.isHeading && !entry.isEnabled, isChosen: isChosen)
        }
        var list = PopupList(rows: rows, current: open.current.flatMap(shown.firstIndex(of:)))
        list.emptiness = open.filter.isEmpty ? "no options" : "no match"
        if !open.filter.isEmpty {
            list.title = "/\(VisibleText.make(open.filter))"
            list.hasCursor = true
        }
        return list
    }
}

/// A row of a select's list: an option, or the name of a group of them.
struct SelectEntry: Hashable {
    let text: String
    let isHeading: Bool
    let isInGroup: Bool
    let isEnabled: Bool
    /// The place among the select's options; nil of a heading.
    let option: Int?

    static func all(of select: NodeID, in document: Document) -> [SelectEntry] {
        var entries: [SelectEntry] = []
        var group: NodeID?
        for (place, option) in document.options(of: select).enumerated() {
            let around = document.parentElement(of: option).flatMap { document.name(of: $0) == "optgroup" ? $0 : nil }
            if let around, around != group {
                entries.append(
                    SelectEntry(
                        text: document.attribute("label", of: around) ?? "", isHeading: true, isInGroup: false,
                        isEnabled: false, option: nil))
            }
            group = around
            guard !document.hasAttribute("hidden", of: option) else { continue }
            entries.append(
                SelectEntry(
                    text: document.optionText(of: option), isHeading: false, isInGroup: around != nil,
                    isEnabled: !document.isDisabled(option), option: place))
        }
        return entries
    }
}
